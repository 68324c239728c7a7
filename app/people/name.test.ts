import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byVietnameseName, nameProblem, partsOf, tidyName } from '#app/people/name.ts'
import { sortKeyOf } from '#app/people/sort-key.ts'

const inOrder = [
  'Ha An',
  'Hà An',
  'Trần Văn An',
  'Nguyễn Thị Ánh',
  'Tô Thị Ngọc Ánh',
  'Lê Thị Ân',
  'Phạm Hoàng Ẩn',
  'Nguyễn Thị Bé Ba',
  'Nguyễn Văn Dân',
  'Đặng Thị Đào',
  'Dương Văn Đạo',
  'Võ Thị Đẹp',
  'Nguyễn Thị Hoa',
  'Huỳnh Thị Hoà',
  'Huỳnh Thị Hòa',
  'Bùi Văn Hóa',
  'Y Phương',
  'Lê Văn Tám',
  'Lê Văn Tằm',
  'Lê Văn Tâm',
  'Ngô Thị Út',
  'Nguyễn Văn Ưng',
]

test('the 22 names stand in the order that officials expect', () => {
  expect([...inOrder].reverse().sort(byVietnameseName)).toEqual(inOrder)
})

test('the key stored in the database gives the same order', () => {
  expect([...inOrder].reverse().sort((a, b) => (sortKeyOf(a) < sortKeyOf(b) ? -1 : 1))).toEqual(inOrder)
})

test('a key is digits alone, whatever the name', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (name) => /^\d*$/.test(sortKeyOf(name))))
})

const letter = fc.constantFrom(
  ...'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz',
)
const word = fc.array(fc.oneof({ weight: 30, arbitrary: letter }, fc.constantFrom('-', "'", '.', '7')), {
  minLength: 1,
  maxLength: 5,
})
const cased = fc.tuple(word, fc.constantFrom('small', 'Title', 'CAPITALS')).map(([letters, shape]) => {
  const text = letters.join('')
  if (shape === 'CAPITALS') return text.toLocaleUpperCase('vi')
  return shape === 'Title' ? text.charAt(0).toLocaleUpperCase('vi') + text.slice(1) : text
})
const name = fc.array(cased, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))
/** Names near each other, where the order is decided late. */
const neighbours = fc.tuple(name, fc.array(fc.tuple(fc.nat(20), letter), { maxLength: 3 })).map(([first, changes]) => {
  const characters = [...first]
  for (const [place, other] of changes)
    if (characters[place % characters.length] !== ' ') characters[place % characters.length] = other
  return [first, characters.join('')] as const
})

test('the key sorts exactly as byVietnameseName does; keys are equal only for names that differ in capitals', () => {
  fc.assert(
    fc.property(fc.oneof(fc.tuple(name, name), neighbours), ([a, b]) => {
      const x = sortKeyOf(a)
      const y = sortKeyOf(b)
      if (x === y) return a.toLocaleLowerCase('vi') === b.toLocaleLowerCase('vi')
      return Math.sign(byVietnameseName(a, b)) === (x < y ? -1 : 1)
    }),
    { numRuns: 5_000 },
  )
})

test('capitals, double spaces, no-break spaces, NFD and a one-word name are all the same people', () => {
  expect(tidyName('  Nguyễn\u00a0Thị   Bé\tBa ')).toBe('Nguyễn Thị Bé Ba')
  expect(tidyName('Nguyễn Thị Bé Ba'.normalize('NFD'))).toBe('Nguyễn Thị Bé Ba')
  expect(sortKeyOf('NGUYỄN THỊ BÉ BA')).toBe(sortKeyOf('Nguyễn Thị Bé Ba'))
  expect(partsOf('Phương')).toEqual({ ten: 'Phương', ho: 'Phương', dem: '' })
  expect(partsOf('Y Phương')).toEqual({ ten: 'Phương', ho: 'Y', dem: '' })
})

test('zero-width, control and direction characters do not survive in a name', () => {
  expect(tidyName('Bé\u200b\u200d\ufeff Ba\u0000\u202e\u2066')).toBe('Bé Ba')
  expect(tidyName('\u200b\u2060\u3164')).toBe('')
})

test('tidying twice changes nothing', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => tidyName(tidyName(typed)) === tidyName(typed)))
})

test('a name has letters, and at most 120 of them as people count', () => {
  expect(nameProblem('')).toBe('name-empty')
  expect(nameProblem('123 -- 😀')).toBe('name-empty')
  expect(nameProblem('ễ'.repeat(120))).toBeNull()
  expect(nameProblem('ễ'.repeat(121))).toBe('name-long')
  expect(nameProblem('Ba '.repeat(40_000))).toBe('name-long')
})
