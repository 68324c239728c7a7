import { expect, test } from 'vitest'
import { compiled, compiler, head, media } from '#tests/compiled.ts'

const asked = `<Question id="hoi-mot" kind="single" outcome="2" difficulty="3" skill="4.1" must points="2">

Hỏi **gì**?

- [ ] Sai bét
  > Bẫy ở chỗ này.
- [x] Chuẩn
  > Khen một câu.

<Why>Lời giải kín.</Why>

</Question>`

test('each heading begins a card, in order, with its own id', async () => {
  const { document } = await compiled('\n## Đổi mật khẩu Mỹ\n\na\n\n## Đổi mật khẩu Mỹ\n\nb\n\n## 3 điều!\n\nc\n')
  expect(document.cards.map(({ id, title }) => [id, title])).toEqual([
    ['doi-mat-khau-my', 'Đổi mật khẩu Mỹ'],
    ['doi-mat-khau-my-2', 'Đổi mật khẩu Mỹ'],
    ['3-dieu', '3 điều!'],
  ])
  expect(document.cards.map((card) => card.blocks)).toEqual(
    ['a', 'b', 'c'].map((text) => [{ kind: 'html', html: `<p>${text}</p>` }]),
  )
})

test('the head stands in the document', async () => {
  const { document } = await compiled('\n## A\n\na\n')
  expect(document).toMatchObject({
    title: 'Bài thử: một',
    minutes: 5,
    outcomes: ['Làm một', 'Làm hai', 'Làm ba'],
    skills: ['1.2', '4.1'],
    level: 1,
    reviewed: '2026-11-20',
    reviewBy: '2027-02-20',
  })
})

test('a question leaves its place in the card, and goes whole into the key', async () => {
  const { document, key } = await compiled(`\n## A\n\ntrước\n\n${asked}\n\nsau\n`)
  expect(document.cards[0]?.blocks).toEqual([
    { kind: 'html', html: '<p>trước</p>' },
    { kind: 'question', question: 'hoi-mot' },
    { kind: 'html', html: '<p>sau</p>' },
  ])
  expect(document.questions).toEqual(['hoi-mot'])
  expect(key).toMatchObject([
    {
      id: 'hoi-mot',
      kind: 'single',
      promptHtml: '<p>Hỏi <strong>gì</strong>?</p>',
      whyHtml: '<p>Lời giải kín.</p>',
      outcome: 2,
      difficulty: 3,
      skill: '4.1',
      isScenario: false,
      mustBeRight: true,
      points: 2,
      title: '',
    },
  ])
})

test('a scenario is a question with a title that counts as a scenario', async () => {
  const scenario = asked.replaceAll('Question', 'Scenario').replace('kind=', 'title="Chuyện chị Hạnh" kind=')
  const { key } = await compiled(`\n## A\n\n${scenario}\n`)
  expect(key).toMatchObject([{ isScenario: true, title: 'Chuyện chị Hạnh' }])
})

test('nothing of the key is in the document: no option, no explanation, no right mark', async () => {
  const kinds = [
    asked,
    asked.replace('hoi-mot', 'hoi-hai').replace('"single"', '"multiple"'),
    '<Question id="xep" kind="ordering">\n\nXếp lại.\n\n1. Bước nhất\n2. Bước nhì\n3. Bước ba\n\n<Why>Kín.</Why>\n\n</Question>',
    '<Question id="ghep" kind="matching">\n\nGhép.\n\n| Trái | Phải |\n|---|---|\n| Vế một | Cặp một |\n| Vế hai | Cặp hai |\n\n<Why>Kín.</Why>\n\n</Question>',
    '<Question id="go" kind="text">\n\nGõ.\n\n- [x] chữkín\n\n<Why>Có <Term meaning="nghĩa kín">từ kín</Term>.</Why>\n\n</Question>',
    '<Question id="so" kind="number" tolerance="0.5">\n\nMấy?\n\n- [x] 7253\n\n<Why>Kín.</Why>\n\n</Question>',
    '<Question id="trong" kind="gap">\n\nPhải [[rút mạng|~tắt máy]] trong [[72]] giờ.\n\n<Why>Kín.</Why>\n\n</Question>',
  ]
  const { document, key } = await compiled(`\n## A\n\na\n\n${kinds.join('\n\n')}\n`)
  const told = JSON.stringify(document)
  expect(key).toHaveLength(7)
  for (const secret of [
    'Bẫy',
    'Khen',
    'kín',
    'Kín',
    'Sai bét',
    'Chuẩn',
    'isRight',
    'Bước',
    'Cặp',
    'Vế',
    '7253',
    'rút',
    'tắt máy',
    'Hỏi',
  ]) {
    expect(told).not.toContain(secret)
  }
})

test('a bank holds questions and nothing else, without a head', async () => {
  const { document, key } = await compiled(`${asked}\n`, 'bank')
  expect(document).toMatchObject({ cards: [], questions: ['hoi-mot'], text: '' })
  expect(key).toHaveLength(1)
})

test('text for search and reading aloud: words without marks, pictures by what they say', async () => {
  const { document } = await compiled(
    `\n## Thẻ **một**\n\nChữ *nghiêng* và [đường](https://a.vn).\n\n<Figure src="media/a.svg" alt="Cây dừa.">Chú.</Figure>\n\n${asked}\n`,
  )
  expect(document.text).toBe('Thẻ một\nChữ nghiêng và đường.\nCây dừa.\nChú.')
})

test('the words our components add are in the language of the course', async () => {
  const { document } = await compiled(
    '\n## A\n\n<Practice title="Try" minutes="2">\n\na\n\n</Practice>\n',
    'lesson',
    'en',
  )
  expect(JSON.stringify(document)).toContain('About 2 minutes')
})

test('however it is saved, the same text is the same document: byte order mark, line ends, composition', async () => {
  const body = '\n## Nghề nghiệp\n\nTiếng Việt có dấu.\n'
  const plain = await compiled(body)
  const windows = await compiled(Buffer.from(`\ufeff${(head + body).replaceAll('\n', '\r\n')}`))
  const apple = await compiled(Buffer.from((head + body).normalize('NFD')))
  expect(windows).toEqual(plain)
  expect(apple).toEqual(plain)
  expect(plain.document.text).toBe('Nghề nghiệp\nTiếng Việt có dấu.'.normalize('NFC'))
})

test('the hash follows the source, the kind, and the media that are used', async () => {
  const lesson = {
    file: 'a',
    source: Buffer.from(`${head}\n## A\n\n<Figure src="media/a.svg" alt="a">b</Figure>\n`),
    kind: 'lesson' as const,
    media,
  }
  const hash = async (mediaHashes: Map<string, string>) => {
    const outcome = await compiler.compile({ ...lesson, mediaHashes })
    return 'hash' in outcome ? outcome.hash : null
  }
  const first = await hash(
    new Map([
      ['media/a.svg', '1'],
      ['media/b.opus', '1'],
    ]),
  )
  expect(first).toMatch(/^[0-9a-f]{64}$/)
  expect(
    await hash(
      new Map([
        ['media/a.svg', '1'],
        ['media/b.opus', '2'],
      ]),
    ),
  ).toBe(first)
  expect(
    await hash(
      new Map([
        ['media/a.svg', '2'],
        ['media/b.opus', '1'],
      ]),
    ),
  ).not.toBe(first)
})
