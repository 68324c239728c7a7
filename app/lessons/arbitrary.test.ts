import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { openCompiler } from '#app/lessons/compile.server.ts'
import { foreignIn } from '#tests/lesson-html.ts'

const compiler = openCompiler()
afterAll(() => compiler.close())

const head = `---
title: Bài
minutes: 5
outcomes: [Làm một, Làm hai, Làm ba]
skills: ["1.2"]
level: 1
reviewed: 2026-11-20
review_by: 2027-02-20
---

## Thẻ

`
const media = new Set(['media/a.svg'])

/** The stuff lessons, and attacks on them, are made of. */
const fragments = fc.constantFrom(
  ...'<>{}[]()!*_~`#|-+&;:=/\\"\'.\n \t0aĐ'.split(''),
  '\n\n', '\n- ', '\n> ', '\n  ', '\n1. ', '- [x] a\n', '- [ ] b\n  > c\n', '|a|b|\n|-|-:|\n|c|', '```\n', '---\n', '\n## B\n', '\n### c\n',
  '<Callout kind="note" title="a">', '</Callout>', '<Term meaning="b">', '</Term>', '<Phone title="a" alt="b">', '</Phone>', '<Push hit>', '</Push>',
  '<Figure src="media/a.svg" alt="b">', '</Figure>', '<Source year="2025" href="https://a.vn">', '</Source>', '<Unverified>', '</Unverified>',
  '<Question id="q" kind="single">', '<Question id="r" kind="gap">', '</Question>', '<Why>', '</Why>', '<Steps>', '</Steps>', '<Step>', '</Step>',
  '<Compare>', '</Compare>', '<Side kind="fake" title="a">', '</Side>', '<Checklist title="a">', '</Checklist>', '<Bubble>', '</Bubble>', '<Sign n="1">', '</Sign>',
  '<script>', '</script>', '<img onerror="x">', '<!--', '-->', '<br/>', '{x}', '{...x}', ' style="x"', ' onclick={x}', 'import a from "b"\n', 'export const a = 1\n',
  'https://a.vn', 'http://a.vn', 'www.a.vn', 'javascript:alert(1)', '[a](https://b.vn)', '[a](javascript:x)', '![a](b)', '[^1]', '[[hai|~ba]]', '&lt;', '&#60;', '&#x202e;', '\u200b', '**',
) // biome-ignore format: a list of fragments reads best as lines

/** Whole components, so that much of what is tried is a good lesson. */
const pieces = fc.constantFrom(
  'chữ **đậm** <Term meaning="nghĩa">từ</Term>', '- một\n- hai', '<Callout kind="warn" title="a">\n\nb\n\n</Callout>', '| a | b |\n|---|--:|\n| 1 | 2 |',
  '<Question id="q1" kind="single">\n\nHỏi <b\n\n- [ ] a\n  > b\n- [x] c\n\n<Why>d</Why>\n\n</Question>',
  '<Question id="q2" kind="multiple">\n\nHỏi?\n\n- [ ] a [b](https://c.vn)\n  > b\n- [x] `c`\n\n<Why>d\n\n- e</Why>\n\n</Question>',
  '<Question id="q3" kind="gap">\n\nMột [[hai|2]] **ba** &lt;i&gt; [[bốn|~năm]].\n\n<Why>d</Why>\n\n</Question>',
  '<Question id="q4" kind="matching">\n\nGhép.\n\n| a | b |\n|---|---|\n| <Term meaning="x">c</Term> | d |\n| e | f |\n\n<Why>d</Why>\n\n</Question>',
  '<Phone title="a" alt="b">\n\n- **c**\n- d\n\n<Push hit bad>e</Push>\n\n</Phone>', '<Figure src="media/a.svg" alt="b">c</Figure>', '> trích\n> **dẫn**', '## B',
  '<Compare><Side kind="fake" title="a"><Bubble>b <Sign n="1">c</Sign></Bubble></Side><Side kind="real" title="d">e</Side></Compare>', '### c', '<Source year="2025" href="https://a.vn/b?c=d&e=f">g</Source>',
) // biome-ignore format: a list of pieces reads best as lines

async function holds(text: string, kind: 'lesson' | 'bank' = 'lesson') {
  const outcome = await compiler.compile({ file: 'a.mdx', source: Buffer.from(text), kind, media })
  if ('problems' in outcome) {
    expect(outcome.problems.length).toBeGreaterThan(0)
    for (const { line, column, code, message } of outcome.problems) {
      expect(line).toBeGreaterThanOrEqual(1)
      expect(column).toBeGreaterThanOrEqual(1)
      expect(line).toBeLessThanOrEqual(text.split('\n').length + 1)
      expect(['compiler-broken', 'too-slow', 'too-heavy', 'not-allowed', 'unknown']).not.toContain(code)
      expect(message.length).toBeGreaterThan(20)
    }
    return false
  }
  const drawn = outcome.document.cards.flatMap(({ blocks }) =>
    blocks.map((block) => (block.kind === 'html' ? block.html : '')),
  )
  const keyed = JSON.stringify(outcome.key, (name, value) =>
    /html$/i.test(name) || typeof value !== 'string' ? value : '',
  )
  const inKey = [...keyed.matchAll(/"\w*[hH]tml":("(?:[^"\\]|\\.)*")/g)].map(([, html = '""']) =>
    String(JSON.parse(html)),
  )
  expect([...drawn, ...inKey].flatMap(foreignIn)).toEqual([])
  return true
}

test('whatever is written, the outcome is safe HTML or problems with a place, never a crash', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fragments, { maxLength: 40 }), async (parts) => {
      await holds(head + parts.join(''))
    }),
    { numRuns: 150 },
  )
}, 120_000)

test('the same for good pieces with something strange between them', async () => {
  const strange = fc.oneof({ weight: 6, arbitrary: pieces }, { weight: 1, arbitrary: fragments })
  let good = 0
  await fc.assert(
    fc.asyncProperty(fc.array(strange, { minLength: 1, maxLength: 6 }), async (parts) => {
      if (await holds(`${head}${parts.join('\n\n')}\n`)) good++
    }),
    { numRuns: 120 },
  )
  expect(good).toBeGreaterThan(10)
}, 120_000)

test('the same for any text at all, as a lesson, as a bank, and as a head', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('', head, '---\n'),
      fc.boolean(),
      async (text, before, isBank) => {
        await holds(before + text, isBank ? 'bank' : 'lesson')
      },
    ),
    { numRuns: 80 },
  )
}, 120_000)

test('the same for any bytes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      const outcome = await compiler.compile({ file: 'a', source: bytes, kind: 'lesson', media })
      expect('problems' in outcome && outcome.problems.length > 0).toBe(true)
    }),
    { numRuns: 50 },
  )
}, 120_000)
