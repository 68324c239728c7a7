import { afterAll, expect, test } from 'vitest'
import { openCompiler } from '#app/lessons/compile.server.ts'
import { foreignIn } from '#tests/lesson-html.ts'

const compiler = openCompiler()
afterAll(() => compiler.close())

const head = `---
title: "Bài thử: một"
minutes: 5
outcomes: [Làm một, Làm hai, Làm ba]
skills: ["1.2", "4.1"]
level: 1
reviewed: 2026-11-20
review_by: 2027-02-20
---
`
const media = new Set(['media/a.svg', 'media/b.opus', 'media/c.mp4', 'media/c.vtt'])

async function compiled(body: string | Uint8Array, kind: 'lesson' | 'bank' = 'lesson', language: 'vi' | 'en' = 'vi') {
  const source = typeof body === 'string' ? Buffer.from(kind === 'lesson' ? head + body : body) : body
  const outcome = await compiler.compile({ file: 'a.mdx', source, kind, media, language })
  if ('problems' in outcome)
    throw new Error(outcome.problems.map((one) => `${one.line}:${one.column} ${one.message}`).join('\n'))
  return outcome
}

/** The HTML of the only card of a lesson with this body. */
async function html(body: string) {
  const { document } = await compiled(`\n## Thẻ\n\n${body}\n`)
  const blocks = document.cards.flatMap((card) => card.blocks)
  const drawn = blocks.map((block) => (block.kind === 'html' ? block.html : `[${block.question}]`)).join('')
  expect(foreignIn(drawn)).toEqual([])
  return drawn
}

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

test('Markdown and GFM', async () => {
  expect(await html('### Phần\n\n**đậm** ~~bỏ~~ `mã` một\\\nhai &lt;b> 2 < 3\n\n> trích\n\n1. a\n2. b')).toBe(
    '<h3>Phần</h3>\n<p><strong>đậm</strong> <del>bỏ</del> <code>mã</code> một<br/>\nhai &lt;b&gt; 2 &lt; 3</p>\n' +
      '<blockquote>\n<p>trích</p>\n</blockquote>\n<ol>\n<li>a</li>\n<li>b</li>\n</ol>',
  )
})

test('a tilde alone strikes nothing: gaps are written with it', async () => {
  expect(await html('~a~')).toBe('<p>~a~</p>')
})

test('entities that spell a tag are words', async () => {
  expect(await html('&lt;script&gt;alert(1)&lt;/script&gt; &#60;img onerror=&#34;x&#34;&#62;')).toBe(
    '<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;img onerror=&quot;x&quot;&gt;</p>',
  )
  expect(await html('`<script>{x}</script>`')).toBe('<p><code>&lt;script&gt;{x}&lt;/script&gt;</code></p>')
  expect(await html('<Callout kind="note" title="&lt;b onclick=&quot;x&quot;&gt;">a</Callout>')).toContain(
    '<span>&lt;b onclick=&quot;x&quot;&gt;</span>',
  )
})

test('a table stands in a region with a name of its own, without inline style', async () => {
  const { document } = await compiled(
    '\n## Giá\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n| ngắn |\n\nx\n\n| c |\n|---|\n| 3 |\n',
  )
  const drawn = JSON.stringify(document.cards)
  expect(drawn).toContain(
    '<div class=\\"scroll\\" tabindex=\\"0\\" role=\\"region\\" aria-label=\\"Bảng 1: Giá\\"><table>',
  )
  expect(drawn).toContain('aria-label=\\"Bảng 2: Giá\\"')
  expect(drawn).toContain('<td class=\\"num\\">2</td>')
  expect(drawn).toContain('<td>ngắn</td><td class=\\"num\\"></td>')
  expect(drawn).not.toContain('style=')
})

test('a link out of the course says where it leads; mail, telephone and media do not leave', async () => {
  expect(await html('[a](https://bocongan.gov.vn/x?a=1&b=2)')).toBe(
    '<p><a href="https://bocongan.gov.vn/x?a=1&amp;b=2" rel="noopener noreferrer">a</a> <small class="soft">(sang trang ngoài: bocongan.gov.vn)</small></p>',
  )
  expect(await html('[a](tel:113) [b](mailto:a@b.vn) [c](#the) [d](media/a.svg)')).toBe(
    '<p><a href="tel:113">a</a> <a href="mailto:a@b.vn">b</a> <a href="#the">c</a> <a href="/courses/@course/media/a.svg">d</a></p>',
  )
})

test('a box says in words and with a sign what it is', async () => {
  expect(await html('<Callout kind="warn" title="Giục">\n\nDừng.\n\n</Callout>')).toMatch(
    /^<div class="note warn"><p class="ic"><svg .*<\/svg><span>Giục<\/span><\/p><p>Dừng\.<\/p><\/div>$/,
  )
})

test('steps: words, then the drawn phone, whose bold row is the one to press', async () => {
  const phone =
    '<Phone title="Gọi" alt="Màn hình gọi">\n\nChặn?\n\n- **0900**\n- Con Hai\n\n<Push hit bad>Chặn</Push>\n\n</Phone>'
  expect(await html(`<Steps note="Máy khác.">\n\n<Step>\n\nMở **máy**.\n\n${phone}\n\n</Step>\n\n</Steps>`)).toBe(
    '<ol class="how"><li><div class="do"><div class="flow-s"><p>Mở <strong>máy</strong>.</p></div></div>' +
      '<div class="phone" role="img" aria-label="Màn hình gọi"><span class="bar">Gọi</span><span>Chặn?</span><span class="li hit">0900</span>' +
      '<span class="li">Con Hai</span><span class="push bad hit">Chặn</span></div></li></ol><p class="soft small">Máy khác.</p>',
  )
})

test('components written on one line are the same as on many', async () => {
  const sides = [
    '<Side kind="fake" title="A"><Bubble>a <Sign n="1">b</Sign></Bubble></Side>',
    '<Side kind="real" title="B">c</Side>',
  ]
  const many = `<Compare>\n\n${sides.join('\n\n')}\n\n</Compare>`
  expect(await html(`<Compare>${sides.join(' ')}</Compare>`)).toBe(await html(many))
})

test('two things side by side, with numbered signs or ticks', async () => {
  const drawn = await html(
    '<Compare>\n\n<Side kind="fake" title="Giả" from="Từ: 0900">\n\n<Bubble>Bấm <Sign n="1">đây</Sign></Bubble>\n\n1. Giục.\n\n</Side>\n\n' +
      '<Side kind="real" title="Thật">\n\n- Rõ ràng.\n\n</Side>\n\n</Compare>',
  )
  expect(drawn).toContain(
    '<p class="from">Từ: 0900</p><div class="bubble"><p>Bấm <mark>đây</mark><b class="sup">1</b></p></div>',
  )
  expect(drawn).toContain('<ol class="signs"><li><b class="sup">1</b><span>Giục.</span></li></ol>')
  expect(drawn).toMatch(/<ul class="plain flow-s"><li><span class="ic up"><svg .*<\/svg><span>Rõ ràng\.<\/span>/)
})

test('a term is explained where it stands and collected at the end', async () => {
  const { document } = await compiled(
    '\n## A\n\n<Term meaning="mã một lần">OTP</Term> là gì? <Term meaning="khác">OTP</Term>\n',
  )
  expect(document.glossary).toEqual([{ id: 'tu-otp', term: 'OTP', meaning: 'mã một lần' }])
  expect(document.cards[0]?.blocks).toMatchObject([
    { html: expect.stringContaining('<p><dfn>OTP</dfn> <span class="meaning">(mã một lần)</span> là gì?') },
  ])
})

test('a term, a source and a doubt may stand alone or in a sentence', async () => {
  expect(await html('<Term meaning="b">a</Term>')).toBe('<p><dfn>a</dfn> <span class="meaning">(b)</span></p>')
  expect(await html('<Source year="2025">Bộ</Source>')).toBe('<p class="soft small">Nguồn: Bộ, 2025</p>')
  expect(await html('a <Source year="2025">Bộ</Source>')).toBe('<p>a <small class="soft">(Nguồn: Bộ, 2025)</small></p>')
  expect(await html('a <Unverified>b</Unverified>')).toBe('<p>a b <b class="tag due">Cần kiểm tra lại</b></p>')
  expect(await html('<Unverified>\n\nb\n\n</Unverified>')).toContain('<span>Cần kiểm tra lại</span></p><p>b</p></div>')
})

test('things to tick are boxes with their words as labels', async () => {
  for (const box of ['', '[ ] ']) {
    expect(await html(`<Checklist title="Trước khi chuyển">\n\n- ${box}Hỏi **ai** đó\n\n</Checklist>`)).toContain(
      '<ul class="plain"><li><label class="tick"><input type="checkbox"/><span>Hỏi <strong>ai</strong> đó</span></label></li></ul>',
    )
  }
})

test('practice, template, summary, picture and recordings', async () => {
  const { document } = await compiled(
    '\n## A\n\n<Practice title="Làm" minutes="7">\n\na\n\n</Practice>\n\n<Template title="Mẫu">\n\n| a | b |\n|---|---|\n| | |\n\n</Template>\n\n' +
      '## B\n\n<Summary title="Nhớ">\n\n- b\n\n</Summary>\n\n## C\n\n<Figure src="media/a.svg" alt="Hình">chú *thích*</Figure>\n\n' +
      '<Audio src="media/b.opus" title="Nghe" size="0,4 MB">lời</Audio>\n\n' +
      '<Video src="media/c.mp4" captions="media/c.vtt" poster="media/a.svg" title="Xem" size="3 MB">lời</Video>\n',
  )
  const drawn = document.cards.flatMap(({ blocks }) => blocks.map((block) => (block.kind === 'html' ? block.html : '')))
  expect(drawn.flatMap(foreignIn)).toEqual([])
  expect(document.cards.map((card) => card.isSummary)).toEqual([false, true, false])
  expect(document).toMatchObject({
    hasAudio: true,
    media: ['media/a.svg', 'media/b.opus', 'media/c.mp4', 'media/c.vtt'],
  })
  expect(drawn[0]).toContain('data-minutes="7"')
  expect(drawn[2]).toContain('<img src="/courses/@course/media/a.svg" alt="Hình" loading="lazy" decoding="async"/>')
  expect(drawn[2]).toContain('<audio controls="" preload="none" src="/courses/@course/media/b.opus"')
  expect(drawn[2]).toContain('<track kind="captions" srcLang="vi" src="/courses/@course/media/c.vtt" default=""/>')
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

test('a lesson alone opens and closes its own child', async () => {
  const { compileLesson } = await import('#app/lessons/compile.server.ts')
  const outcome = await compileLesson({ file: 'a', source: Buffer.from(`${head}\n## A\n\na\n`), kind: 'lesson', media })
  expect(outcome).toMatchObject({ document: { title: 'Bài thử: một' }, key: [] })
})
