import { expect, test } from 'vitest'
import { findNesting } from '#app/lessons/nesting.ts'

const heavy: Array<[string, string]> = [
  ['quotations in one line', `${'>'.repeat(100_000)} a`],
  ['lists in one line', `${'- '.repeat(50_000)}a`],
  ['lists deeper by each line', Array.from({ length: 400 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
  [
    'numbered lists deeper by each line',
    Array.from({ length: 300 }, (_, depth) => `${'   '.repeat(depth)}1. a`).join('\n'),
  ],
  ['tags never closed', '<Callout>\n\n'.repeat(10_000)],
  ['stars', '*'.repeat(50_000)],
  ['stars and letters', '*a '.repeat(50_000)],
  ['underscores and stars', '*a_'.repeat(50_000)],
  ['brackets', '['.repeat(50_000)],
  ['backticks', Array.from({ length: 400 }, (_, count) => '`'.repeat(count)).join(' ')],
  ['braces', '{'.repeat(50_000)],
  ['tildes', '~~a'.repeat(30_000)],
]

test.each(heavy)('%s: refused at once, before any parser', (_, source) => {
  expect(findNesting(source)).toHaveLength(1)
})

test('an ordinary lesson is far from every limit', () => {
  const card =
    '## Thẻ\n\n> - Một\n>   - Hai\n>     1. Ba\n\n<Callout kind="note" title="A">\n\n**Chữ** đậm, `mã`, [đường](https://a.vn)\n\n</Callout>\n\n'
  expect(findNesting(card.repeat(1000))).toEqual([])
})
