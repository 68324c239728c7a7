import { existsSync, rmSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { openCompiler } from '#app/lessons/compile.server.ts'
import { bodies, bodyLine, card, heads, marker, tops } from '#tests/refused-lessons.ts'

const compiler = openCompiler()
afterAll(() => compiler.close())

async function problemsOf(source: string | Uint8Array, kind: 'lesson' | 'bank' = 'lesson') {
  const media = new Set(['media/co.svg', 'media/co.opus'])
  const outcome = await compiler.compile({ file: 'a.mdx', source: Buffer.from(source), kind, media })
  return 'problems' in outcome ? outcome.problems : []
}

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

// A reader whose cost grew faster than the text would run into the test's time limit here.
test.each(heavy)('refused by reading alone: %s', async (_, body) => {
  await problemsOf(card('a')) // the child is up
  expect(await problemsOf(card(`\n${body}`))).not.toEqual([])
})
