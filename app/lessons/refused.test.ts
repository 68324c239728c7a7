import { existsSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openCompiler } from '#app/lessons/compile.server.ts'

const compiler = openCompiler()
afterAll(() => compiler.close())

/** What runs in a lesson would leave this file behind. */
const marker = join(tmpdir(), `ben-so-lesson-ran-${process.pid}`)
const run = `require('node:fs').writeFileSync('${marker}','ran')`

const head = `---
title: Bài thử
minutes: 5
outcomes: [Làm một, Làm hai, Làm ba]
skills: ["1.2"]
level: 1
reviewed: 2026-11-20
review_by: 2027-02-20
---
`
const headLines = 9
/** A card whose second line holds `body`: line 12 of the file. */
const card = (body: string) => `${head}\n## Thẻ\n${body}\n`
const bodyLine = headLines + 3
const options = '- [ ] Sai\n  > Vì sai.\n- [x] Đúng\n\n'
const question = (attributes: string, inside = `Hỏi gì?\n\n${options}<Why>Vì vậy.</Why>`) =>
  `<Question ${attributes}>\n\n${inside}\n\n</Question>`

async function problemsOf(source: string | Uint8Array, kind: 'lesson' | 'bank' = 'lesson') {
  const media = new Set(['media/co.svg', 'media/co.opus'])
  const outcome = await compiler.compile({ file: 'a.mdx', source: Buffer.from(source), kind, media })
  return 'problems' in outcome ? outcome.problems : []
}

const heads: Array<[name: string, source: string, code: string]> = [
  ['front matter in JavaScript', `---js\n{ title: ${run} }\n---\n## A\n`, 'head-fence'],
  ['front matter in JSON', '---json\n{"title":"a"}\n---\n## A\n', 'head-fence'],
  ['front matter in CoffeeScript', `---coffee\n${run}\n---\n## A\n`, 'head-fence'],
  ['four dashes', '----\ntitle: a\n---\n## A\n', 'head-fence'],
  ['a space and an engine', `--- js\n${run}\n---\n## A\n`, 'head-fence'],
  ['a second front matter in JavaScript', `${head}---js\n${run}\n---\n`, 'heading-underlined'],
  ['no front matter', '## A\n', 'head-missing'],
  ['an open front matter', '---\ntitle: a\n## A\n', 'head-unclosed'],
  ['a YAML tag', head.replace('Bài thử', `!!js/function 'function(){${run}}'`) + '\n## A\n\na', 'head-tag'],
  ['a binary YAML tag', head.replace('Bài thử', '!!binary aGk=') + '\n## A\n\na', 'head-tag'],
  ['a tagged list', head.replace('[Làm', '!!set [Làm') + '\n## A\n\na', 'head-tag'],
  ['an anchor', head.replace('Bài thử', '&a Bài thử') + '\n## A\n\na', 'head-anchor'],
  ['an alias', head.replace('Bài thử', '*a') + '\n## A\n\na', 'head-anchor'],
  [
    'a billion laughs',
    `---\na: &a [l,l,l,l,l,l,l,l,l]\n${'bcdefghi'.replace(/./g, (name) => `${name}: &${name} [${`*${String.fromCharCode(name.charCodeAt(0) - 1)},`.repeat(9)}]\n`)}---\n## A\n\na`,
    'head-anchor',
  ],
  ['a merge key', head.replace('level: 1', 'level: 1\n<<: {a: 1}') + '\n## A\n\na', 'head-unknown-key'],
  ['a key twice', head.replace('level: 1', 'level: 1\nlevel: 2') + '\n## A\n\na', 'head-yaml'],
  ['an unknown key', head.replace('level: 1', 'level: 1\nlayout: evil') + '\n## A\n\na', 'head-unknown-key'],
  [
    '__proto__ as a key',
    head.replace('level: 1', 'level: 1\n__proto__: {admin: true}') + '\n## A\n\na',
    'head-unknown-key',
  ],
  ['a missing key', head.replace('level: 1\n', '') + '\n## A\n\na', 'head-missing-key'],
  ['two outcomes', head.replace(', Làm ba', '') + '\n## A\n\na', 'head-outcomes'],
  ['minutes in words', head.replace('minutes: 5', 'minutes: năm') + '\n## A\n\na', 'head-minutes'],
  ['a day that is not', head.replace('2026-11-20', '2026-02-30') + '\n## A\n\na', 'head-reviewed'],
  ['reviewed after its end', head.replace('2027-02-20', '2026-01-01') + '\n## A\n\na', 'head-review_by'],
  ['a title of digits', head.replace('Bài thử', '2026') + '\n## A\n\na', 'head-title'],
]

const bodies: Array<[name: string, body: string, code: string]> = [
  ['export', `export const x = process.exit()`, 'code-import'],
  ['export that writes', `export const x = ${run}`, 'code-import'],
  ['export default', 'export default () => null', 'code-import'],
  ['import of a package', "import fs from 'node:fs'", 'code-import'],
  ['import of a file', "import secret from '../../package.json'", 'code-import'],
  ['export from a file', "export * from '/etc/passwd'", 'code-import'],
  ['import that does not parse', 'import is a word', 'code-import'],
  ['an expression', '{globalThis.process.exit()}', 'code-expression'],
  ['an expression that writes', `{${run}}`, 'code-expression'],
  ['an expression in a sentence', 'Tôi {1 + 1} bạn', 'code-expression'],
  ['an expression in a link', '[a {process.env}](https://a.vn)', 'code-expression'],
  ['an MDX comment', '{/* ghi chú */}', 'code-expression'],
  ['an open brace', 'x { y', 'code-expression'],
  ['a brace that is no code', 'a {b c} d', 'code-expression'],
  ['an import call', "{import('node:fs')}", 'code-expression'],
  ['an attribute expression', `<Callout kind="note" title={${run}}>\n\na\n\n</Callout>`, 'attribute-code'],
  ['a template as attribute', '<Callout kind="note" title={`a`}>\n\na\n\n</Callout>', 'attribute-code'],
  ['an element as attribute', '<Callout kind="note" title={<b>a</b>}>\n\na\n\n</Callout>', 'attribute-code'],
  [
    'an attribute expression that does not parse',
    '<Callout kind="note" title={1+}>\n\na\n\n</Callout>',
    'attribute-code',
  ],
  ['a spread', '<Callout kind="note" title="a" {...globalThis}>\n\na\n\n</Callout>', 'attribute-spread'],
  [
    'a spread of inner HTML',
    '<Callout {...{dangerouslySetInnerHTML:{__html:"<script>"}}}>\n\na\n\n</Callout>',
    'attribute-spread',
  ],
  ['inner HTML', '<Callout kind="note" title="a" dangerouslySetInnerHTML="x">\n\na\n\n</Callout>', 'attribute-unknown'],
  ['a handler', '<Callout kind="note" title="a" onClick="alert(1)">\n\na\n\n</Callout>', 'attribute-handler'],
  [
    'a handler in capitals',
    '<Callout kind="note" title="a" ONLOAD="alert(1)">\n\na\n\n</Callout>',
    'attribute-handler',
  ],
  ['a style', '<Callout kind="note" title="a" style="color:red">\n\na\n\n</Callout>', 'attribute-style'],
  ['a class name', '<Callout kind="note" title="a" className="bow">\n\na\n\n</Callout>', 'attribute-style'],
  ['__proto__ as attribute', '<Callout kind="note" title="a" __proto__="b">\n\na\n\n</Callout>', 'attribute-unknown'],
  [
    'constructor as attribute',
    '<Callout kind="note" title="a" constructor="b">\n\na\n\n</Callout>',
    'attribute-unknown',
  ],
  ['children as attribute', '<Callout kind="note" title="a" children="b">\n\na\n\n</Callout>', 'attribute-unknown'],
  ['key and ref', '<Callout kind="note" title="a" ref="b">\n\na\n\n</Callout>', 'attribute-unknown'],
  [
    'a namespaced attribute',
    '<Figure src="media/co.svg" alt="a" xlink:href="https://a.vn">a</Figure>',
    'attribute-unknown',
  ],
  ['an attribute twice', '<Callout kind="note" kind="warn" title="a">\n\na\n\n</Callout>', 'attribute-twice'],
  ['an attribute missing', '<Callout kind="note">\n\na\n\n</Callout>', 'attribute-missing'],
  ['an attribute out of its list', '<Callout kind="danger" title="a">\n\na\n\n</Callout>', 'attribute-value'],
  ['a flag with a value', '<Phone title="a" alt="b">\n\n<Push hit="1">a</Push>\n\n</Phone>', 'attribute-flag'],
  ['the inner mark inWords', '<Source year="2025" inWords>a</Source>', 'attribute-unknown'],
  ['a script', '<script>alert(1)</script>', 'html'],
  ['a script on several lines', '<script>\n\nalert(1)\n\n</script>', 'html'],
  ['an image with a handler', '<img src="x" onerror="alert(1)" />', 'html'],
  ['an iframe', '<iframe src="https://a.vn"></iframe>', 'html'],
  ['a link element', '<a href="javascript:alert(1)">a</a>', 'html'],
  ['a void tag', 'một <br> hai', 'html'],
  ['a closed void tag', 'một <br/> hai', 'html'],
  ['a closing tag alone', 'một </div> hai', 'html'],
  ['an HTML comment', '<!-- ghi chú -->', 'comment'],
  ['a doctype', '<!DOCTYPE html>', 'less-than'],
  ['a processing instruction', '<?php evil() ?>', 'less-than'],
  ['CDATA', '<![CDATA[ x ]]>', 'less-than'],
  ['a fragment', '<>a</>', 'html'],
  ['a member name', '<a.b>a</a.b>', 'html'],
  ['a component member name', '<Callout.constructor>a</Callout.constructor>', 'component-unknown'],
  ['constructor as element', '<constructor>a</constructor>', 'html'],
  ['Constructor as component', '<Constructor>a</Constructor>', 'component-unknown'],
  ['__proto__ as element', '<__proto__>a</__proto__>', 'component-unknown'],
  ['toString as element', '<toString>a</toString>', 'html'],
  ['an unknown component', '<Evil>a</Evil>', 'component-unknown'],
  ['an inner component: a phone row', '<PhoneRow hit="hit">a</PhoneRow>', 'component-unknown'],
  ['an inner component: a table region', '<TableRegion label="a">a</TableRegion>', 'component-unknown'],
  ['an inner component: a question place', '<QuestionPlace id="a">a</QuestionPlace>', 'component-unknown'],
  ['a wrapper', '<MDXContent>a</MDXContent>', 'component-unknown'],
  ['a smaller sign', 'a<b', 'less-than'],
  ['smaller or equal', 'a <= b', 'less-than'],
  ['an open tag', '<Callout kind="note" title="a">\n\na', 'tag-unclosed'],
  ['a tag that opens in a paragraph', 'Xem <Callout kind="note" title="a">\n\na\n\n</Callout>', 'tag-unclosed'],
  ['crossed tags', '<Steps>\n\n<Step>\n\na\n\n</Steps>\n\n</Step>', 'tag-unclosed'],
  ['a closing component alone', 'a\n\n</Callout>', 'tag-closing-alone'],
  ['an attribute without quotes', '<Callout kind=note title="a">\n\na\n\n</Callout>', 'tag-broken'],
  ['curly quotes', '<Callout kind=“note” title="a">\n\na\n\n</Callout>', 'tag-broken'],
  ['a javascript link', '[a](javascript:alert(1))', 'address'],
  ['a javascript link in capitals', '[a](JaVaScRiPt:alert(1))', 'address'],
  ['a javascript link with an entity', '[a](&#106;avascript:alert(1))', 'address'],
  ['a javascript link with a named colon', '[a](javascript&colon;alert(1))', 'address'],
  ['a javascript link with a tab', '[a](<java&#9;script:alert(1)>)', 'address'],
  ['a javascript link with a line feed', '[a](<java&#10;script:alert(1)>)', 'address'],
  ['a javascript link with a leading control', '[a](&#1;javascript:alert(1))', 'address'],
  ['a data link', '[a](data:text/html,<script>alert(1)</script>)', 'address'],
  ['a data link in base64', '[a](data:text/html;base64,PHNjcmlwdD4=)', 'address'],
  ['a vbscript link', '[a](vbscript:msgbox)', 'address'],
  ['a file link', '[a](file:///etc/passwd)', 'address'],
  ['a blob link', '[a](blob:https://a.vn/1)', 'address'],
  ['a plain http link', '[a](http://a.vn)', 'address'],
  ['a link without scheme', '[a](//a.vn)', 'address'],
  ['a link with back slashes', '[a](https:\\\\\\\\a.vn)', 'address'],
  ['a link with a password', '[a](https://user:pass@a.vn)', 'address'],
  ['a relative link', '[a](../admin)', 'address'],
  ['an absolute path', '[a](/sign-in)', 'address'],
  ['a link to media that is not there', '[a](media/khac.svg)', 'media-missing'],
  ['a link out of media', '[a](media/../../secret.svg)', 'address'],
  ['a link out of media, encoded', '[a](media/%2e%2e/secret.svg)', 'address'],
  ['a link to no card', '[a](#khong-co)', 'fragment-missing'],
  ['a link with a remark', '[a](https://a.vn "remark")', 'link-title'],
  ['an autolink', '<https://a.vn>', 'autolink'],
  ['an autolink to javascript', '<javascript:alert(1)>', 'less-than'],
  ['a bare www address', 'Vào www.a.vn xem', 'address'],
  ['a bare http address', 'Vào http://a.vn xem', 'address'],
  ['a reference definition', '[a][b]\n\n[b]: javascript:alert(1)', 'definition'],
  ['a reference alone', '[b]\n\n[b]: https://a.vn', 'definition'],
  ['a Markdown image', '![a](http://a.vn/pixel.gif)', 'image'],
  ['a Markdown image of the course', '![a](media/co.svg)', 'image'],
  ['an image reference', '![a][b]\n\n[b]: https://a.vn/x.png', 'image'],
  ['a picture above the folder', '<Figure src="../../etc/passwd" alt="a">a</Figure>', 'attribute-value'],
  ['a picture above media', '<Figure src="media/../../x.svg" alt="a">a</Figure>', 'attribute-value'],
  ['a picture above, encoded', '<Figure src="media/%2e%2e%2fx.svg" alt="a">a</Figure>', 'attribute-value'],
  ['a picture above, as entities', '<Figure src="media/&#46;&#46;/x.svg" alt="a">a</Figure>', 'attribute-value'],
  ['a picture at an absolute path', '<Figure src="/etc/passwd" alt="a">a</Figure>', 'attribute-value'],
  ['a picture from elsewhere', '<Figure src="https://a.vn/x.svg" alt="a">a</Figure>', 'attribute-value'],
  ['a picture of data', '<Figure src="data:image/svg+xml,x" alt="a">a</Figure>', 'attribute-value'],
  ['a sound as picture', '<Figure src="media/co.opus" alt="a">a</Figure>', 'attribute-value'],
  ['a picture that is not there', '<Figure src="media/khac.svg" alt="a">a</Figure>', 'media-missing'],
  ['a source at a javascript address', '<Source year="2025" href="javascript:alert(1)">a</Source>', 'attribute-value'],
  ['a zero-width joiner', 'ngân\u200bhàng', 'hidden-character'],
  ['a direction override', 'gửi \u202egpj.exe', 'hidden-character'],
  ['a NUL', 'a\u0000b', 'hidden-character'],
  ['a direction override as entity', 'gửi &#x202e;gpj.exe', 'hidden-character'],
  [
    'a zero-width character as entity in an attribute',
    '<Callout kind="note" title="a&#8203;b">\n\na\n\n</Callout>',
    'hidden-character',
  ],
  ['a byte order mark within', 'a\ufeffb', 'hidden-character'],
  ['a tag character', 'a\u{e0041}b', 'hidden-character'],
  ['a footnote', 'a[^1]\n\n[^1]: b', 'footnote'],
  ['a main heading', '# Tên bài', 'heading-1'],
  ['a deep heading', '#### Nhỏ', 'heading-deep'],
  ['a heading in a component', '<Callout kind="note" title="a">\n\n## b\n\n</Callout>', 'heading-inside'],
  ['an empty heading', '##', 'heading-empty'],
  ['a heading with a link', '## [a](https://a.vn)', 'heading-plain'],
  ['a tick box', '- [ ] a', 'tick-box'],
  [
    'a question in a callout',
    `<Callout kind="note" title="a">\n\n${question('id="a" kind="single"')}\n\n</Callout>`,
    'component-not-top',
  ],
  ['a question in a list', '- <Question id="a" kind="single">a <Why>b</Why></Question>', 'component-not-top'],
  ['a question in a quotation', '> <Question id="a" kind="single">a <Why>b</Why></Question>', 'component-not-top'],
  [
    'a scenario in a practice',
    '<Practice title="a" minutes="1">\n\n<Scenario id="a" kind="single" title="b">c <Why>d</Why></Scenario>\n\n</Practice>',
    'component-not-top',
  ],
  ['a question in a sentence', 'Hỏi <Question id="a" kind="single">a</Question> nhé', 'component-in-words'],
  ['a question without why', question('id="a" kind="single"', `Hỏi?\n\n${options}`), 'why-missing'],
  [
    'a question with two whys',
    question('id="a" kind="single"', `Hỏi?\n\n${options}<Why>a</Why>\n\n<Why>b</Why>`),
    'why-twice',
  ],
  ['why before the options', question('id="a" kind="single"', `Hỏi?\n\n<Why>a</Why>\n\n${options}`), 'why-last'],
  ['why outside a question', '<Why>a</Why>', 'component-place'],
  ['a question twice', `${question('id="a" kind="single"')}\n\n${question('id="a" kind="single"')}`, 'id-twice'],
  ['a question of an unknown kind', question('id="a" kind="essay"'), 'attribute-value'],
  ['a question id in capitals', question('id="A" kind="single"'), 'attribute-value'],
  ['a question without id', question('kind="single"'), 'attribute-missing'],
  [
    'an unexplained wrong option',
    question('id="a" kind="single"', 'Hỏi?\n\n- [ ] a\n- [x] b\n\n<Why>c</Why>'),
    'option-unexplained',
  ],
  [
    'no right option',
    question('id="a" kind="single"', 'Hỏi?\n\n- [ ] a\n  > x\n- [ ] b\n  > x\n\n<Why>c</Why>'),
    'single-right',
  ],
  ['an attribute of another kind', question('id="a" kind="single" tolerance="1"'), 'attribute-not-here'],
  ['a step alone', '<Step>a</Step>', 'component-place'],
  ['words between steps', '<Steps>\n\n<Step>a</Step>\n\nchữ\n\n</Steps>', 'component-holds'],
  ['one side', '<Compare>\n\n<Side kind="fake" title="a">b</Side>\n\n</Compare>', 'component-count'],
  ['a list in a button', '<Phone title="a" alt="b">\n\n<Push>\n\n- a\n\n</Push>\n\n</Phone>', 'component-words-only'],
  ['an empty component', '<Callout kind="note" title="a"></Callout>', 'component-empty'],
  ['a callout in a list', '- <Callout kind="note" title="a">b</Callout>', 'component-in-list'],
]

test.each(heads)('refused: %s', async (_, source, code) => {
  const problems = await problemsOf(source)
  expect(problems.map((problem) => problem.code)).toContain(code)
  expect(existsSync(marker)).toBe(false)
})

test.each(bodies)('refused: %s', async (_, body, code) => {
  const problems = await problemsOf(card(`\n${body}`))
  const found = problems.find((problem) => problem.code === code)
  expect(problems.map((problem) => problem.code)).toContain(code)
  expect(found?.line).toBeGreaterThanOrEqual(bodyLine)
  expect(found?.message).not.toMatch(/\{\w+\}|undefined|\(code\)/)
  expect(existsSync(marker)).toBe(false)
})

const tops: Array<[name: string, source: string, kind: 'lesson' | 'bank', code: string]> = [
  ['text before the first card', `${head}\nchữ\n\n## A\n\nb\n`, 'lesson', 'before-first-card'],
  [
    'a question before the first card',
    `${head}\n${question('id="a" kind="single"')}\n\n## A\n`,
    'lesson',
    'before-first-card',
  ],
  ['a lesson without cards', `${head}\n`, 'lesson', 'no-cards'],
  ['a heading in a bank', `## A\n\n${question('id="a" kind="single"')}`, 'bank', 'bank-holds'],
  [
    'a callout in a bank',
    `<Callout kind="note" title="a">b</Callout>\n\n${question('id="a" kind="single"')}`,
    'bank',
    'bank-holds',
  ],
  ['a head in a bank', `${head}\n${question('id="a" kind="single"')}`, 'bank', 'head-in-bank'],
  ['a JavaScript head in a bank', `---js\n${run}\n---\n${question('id="a" kind="single"')}`, 'bank', 'head-fence'],
  ['an empty bank', '\n', 'bank', 'bank-empty'],
  ['an export in a bank', `export const x = ${run}\n\n${question('id="a" kind="single"')}`, 'bank', 'code-import'],
]

test.each(tops)('refused: %s', async (_, source, kind, code) => {
  expect((await problemsOf(source, kind)).map((problem) => problem.code)).toContain(code)
  expect(existsSync(marker)).toBe(false)
  rmSync(marker, { force: true })
})

const bytes: Array<[name: string, source: Uint8Array, code: string, line: number]> = [
  ['bytes that are not UTF-8', Buffer.concat([Buffer.from('một\nhai '), Buffer.from([0xc3, 0x28])]), 'not-utf8', 2],
  ['an overlong slash', Buffer.from([0xc0, 0xaf]), 'not-utf8', 1],
  ['a lone surrogate', Buffer.from([0xed, 0xa0, 0x80]), 'not-utf8', 1],
  ['UTF-16 with its mark', Buffer.from(`\ufeff${card('a')}`, 'utf16le'), 'not-utf8', 1],
  ['UTF-16 without its mark', Buffer.from('## A', 'utf16le'), 'hidden-character', 1],
  ['a file over 200 KB', Buffer.from(card('a'.repeat(200 * 1024))), 'too-large', 1],
  ['a list of 490 KB', Buffer.from('- '.repeat(245_000)), 'too-large', 1],
]

test.each(bytes)('refused: %s', async (_, source, code, line) => {
  expect(await problemsOf(source)).toContainEqual(expect.objectContaining({ code, line }))
})

test('a problem stands at its line and column of the whole file, head included', async () => {
  const [problem] = await problemsOf(card('\nMột hai [ba](http://a.vn)'))
  expect(problem).toMatchObject({ file: 'a.mdx', line: 13, column: 9, code: 'address' })
})

test('all problems of a file are told at once, also behind what the parser itself cannot read', async () => {
  const body =
    '\na<b và <br> và { c\n\n<!-- d -->\n\n<Evil>e</Evil>\n\n![f](x.png)\n\n## G\n\n<Callout kind="x">\n\ng\n\n</Callout>\n'
  const problems = await problemsOf(card(body))
  expect(problems.map(({ line, code }) => [line, code])).toEqual([
    [13, 'less-than'],
    [13, 'html'],
    [13, 'code-expression'],
    [15, 'comment'],
    [17, 'component-unknown'],
    [19, 'image'],
    [23, 'attribute-missing'],
    [23, 'attribute-value'],
  ])
})

test('a tag left open in one card does not hide what is wrong in the next', async () => {
  const problems = await problemsOf(card('\n<Callout kind="note" title="a">\n\nb\n\n## C\n\n![d](e.png)\n'))
  expect(problems.map(({ line, code }) => [line, code])).toEqual([
    [13, 'tag-unclosed'],
    [19, 'image'],
  ])
})

test('problems are told in the language of the author', async () => {
  const source = Buffer.from(card('\n<br>'))
  const vi = await compiler.compile({ file: 'a', source, kind: 'lesson', media: new Set() })
  const en = await compiler.compile({ file: 'a', source, kind: 'lesson', media: new Set(), locale: 'en' })
  expect(vi).toMatchObject({ problems: [{ message: expect.stringContaining('Bài học không dùng thẻ HTML <br>') }] })
  expect(en).toMatchObject({ problems: [{ message: expect.stringContaining('A lesson has no HTML tag <br>') }] })
})

const heavy: Array<[name: string, body: string]> = [
  [
    'a nested list near 200 KB',
    Array.from({ length: 600 }, (_, depth) => `${'  '.repeat(Math.min(depth, 300))}- a`).join('\n'),
  ],
  ['quotations', `${'> '.repeat(90_000)}a`],
  ['components', '<Practice title="a" minutes="1">\n\n'.repeat(3000)],
  ['emphasis', '*'.repeat(50_000)],
  ['emphasis and letters', '*a **b '.repeat(20_000)],
  ['brackets', '[a]('.repeat(40_000)],
  ['braces', '{a'.repeat(60_000)],
]

test.each(heavy)('refused within a second: %s', async (_, body) => {
  await problemsOf(card('a')) // the child is up
  const started = performance.now()
  expect(await problemsOf(card(`\n${body}`))).not.toEqual([])
  expect(performance.now() - started).toBeLessThan(1000)
})
