import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseNumber } from '#app/questions/typed/parse-number.ts'

test('numbers are read as people in Vietnam write them', () => {
  const table: Array<[string, number]> = [
    ['0', 0],
    ['15', 15],
    ['1,5', 1.5],
    ['1.5', 1.5],
    ['0,5', 0.5],
    ['0.5', 0.5],
    [',5', 0.5],
    ['1.500', 1500],
    ['0.500', 0.5],
    ['1,500', 1.5],
    ['1.500,25', 1500.25],
    ['1,500.25', 1500.25],
    ['1.500.000', 1_500_000],
    ['1,500,000', 1_500_000],
    ['1 500 000', 1_500_000],
    ['1\u00a0500\u202f000', 1_500_000],
    ['12.3456', 12.3456],
    [' 15 ', 15],
    ['+15', 15],
    ['-2', -2],
    ['\u22122,5', -2.5],
    ['－２', -2],
    ['- 2', -2],
    ['-0', 0],
    ['１５', 15],
    ['１．５００', 1500],
    ['015', 15],
  ]
  for (const [typed, value] of table) expect(parseNumber(typed, ''), typed).toBe(value)
})

test('the unit may follow, whole, begun, or by another name', () => {
  const table: Array<[string, string, number | null]> = [
    ['15 ngày', 'ngày làm việc', 15],
    ['15 ngày làm việc', 'ngày làm việc', 15],
    ['15 NGAY', 'ngày', 15],
    ['15ngày.', 'ngày'.normalize('NFD'), 15],
    ['35.000 đồng', 'đồng', 35_000],
    ['35.000đ', 'đồng', 35_000],
    ['35.000 VNĐ', 'đồng', 35_000],
    ['80%', '%', 80],
    ['80 phần trăm', '%', 80],
    ['2 triệu', 'đồng', null],
    ['15 giờ', 'ngày', null],
    ['15 ngà', 'ngày', null],
    ['15 ngày', '', null],
  ]
  for (const [typed, unit, value] of table) expect(parseNumber(typed, unit), typed).toBe(value)
})

test('what is no number is none', () => {
  const table = [
    '',
    ' ',
    'mười',
    'x15',
    '1e5',
    '0x10',
    'Infinity',
    'NaN',
    '1.5.0',
    '1,5,0',
    '1..5',
    '--5',
    '5-',
    '1 2',
    '1.50.000',
    '15/2',
    '9'.repeat(16),
  ]
  for (const typed of table) expect(parseNumber(typed, ''), typed).toBeNull()
})

test('what Vietnamese pages print is read back', () => {
  const vietnamese = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 3 })
  fc.assert(
    fc.property(
      fc.integer({ min: -999_999_999, max: 999_999_999 }),
      fc.integer({ min: 0, max: 999 }),
      (whole, thousandths) => {
        const value = whole + Math.sign(whole || 1) * (thousandths / 1000)
        expect(parseNumber(vietnamese.format(value), '')).toBeCloseTo(value, 6)
      },
    ),
  )
})

test('nothing typed ever throws or gives a number that is not finite', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (typed, unit) => {
      const value = parseNumber(typed, unit)
      expect(value === null || Number.isFinite(value)).toBe(true)
    }),
  )
})
