import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readBirth } from '#app/intake/cells/birth.ts'
import { readCategory } from '#app/intake/cells/category.ts'
import { clean } from '#app/intake/cells/clean.ts'
import { readGender } from '#app/intake/cells/gender.ts'
import { readName } from '#app/intake/cells/name.ts'
import { readPersonalId } from '#app/intake/cells/personal-id.ts'
import { readPhone } from '#app/intake/cells/phone.ts'
import { aVietnameseName } from '#tests/vietnamese.ts'

const birthOf = (text: string) => readBirth({ text }, 2026)
const aDay = fc.record({
  year: fc.integer({ min: 1900, max: 2026 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
})

test('a day is the same day in every form that lists have, never month first', () => {
  const two = (n: number) => String(n).padStart(2, '0')
  fc.assert(
    fc.property(aDay, ({ day, month, year }) => {
      for (const text of [
        `${day}/${month}/${year}`,
        `${two(day)}/${two(month)}/${year}`,
        `${day}-${month}-${year}`,
        `${two(day)}.${two(month)}.${year}`,
        `ngày ${two(day)} tháng ${month} năm ${year}`,
        `Sinh ngày ${day} tháng ${month} năm ${year}`,
        `${year}-${two(month)}-${two(day)}`,
        `${year}-${two(month)}-${two(day)}T00:00:00`,
        `${two(day)}${two(month)}${year}`,
        ` ${day} / ${month} / ${year} `.trim(),
      ])
        expect(birthOf(text), text).toEqual({ birth: { day, month, year }, doubts: [] })
    }),
  )
})

test('a number of days is the day that Excel shows', () => {
  const day = 86_400_000
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 46_000 }), (days) => {
      const moment = new Date(Date.UTC(1899, 11, 30) + days * day)
      const birth = { day: moment.getUTCDate(), month: moment.getUTCMonth() + 1, year: moment.getUTCFullYear() }
      expect(readBirth({ text: '', number: days, isDate: true }, 2026)).toEqual({ birth, doubts: [] })
    }),
  )
  expect(readBirth({ text: '45839', number: 45839 }, 2026).birth).toEqual({ day: 1, month: 7, year: 2025 })
  expect(readBirth({ text: '33492', number: 33492 }, 2026).doubts).toEqual(['birth-from-serial'])
  expect(readBirth({ text: '1', number: 1, isDate: true }, 2026).birth).toEqual({ day: 1, month: 1, year: 1900 })
})

test('as much of a birth is taken as is known', () => {
  expect(birthOf('1965')).toEqual({ birth: { year: 1965 }, doubts: [] })
  expect(readBirth({ text: '1965', number: 1965 }, 2026).birth).toEqual({ year: 1965 })
  for (const text of ['00/00/1965', '__/__/1965', '…/…/1965', 'năm 1965'])
    expect(birthOf(text).birth).toEqual({ year: 1965 })
  expect(birthOf('7/1965').birth).toEqual({ month: 7, year: 1965 })
  expect(birthOf('01/07/65')).toEqual({ birth: { day: 1, month: 7, year: 1965 }, doubts: ['birth-two-digit-year'] })
  expect(birthOf('')).toEqual({ birth: null, doubts: [] })
})

test('a day that no calendar has is told, not bent', () => {
  for (const text of ['31/02/1980', '29/02/1981', '12/25/1980', '1/7/1885', '1/7/2031', 'không rõ', '123'])
    expect(birthOf(text), text).toEqual({ birth: null, doubts: ['birth-invalid'] })
  expect(birthOf('29/02/1980').birth).toEqual({ day: 29, month: 2, year: 1980 })
})

test('a personal number keeps or gets back its zero, and nothing else is guessed', () => {
  expect(readPersonalId('082190001234')).toEqual({ personalId: '082190001234', doubts: [] })
  expect(readPersonalId('082 190.001-234').personalId).toBe('082190001234')
  expect(readPersonalId("'082190001234").personalId).toBe('082190001234')
  expect(readPersonalId('82190001234')).toEqual({ personalId: '082190001234', doubts: ['id-leading-zero-restored'] })
  expect(readPersonalId('8,2190E+10')).toEqual({ personalId: null, doubts: ['id-scientific'] })
  expect(readPersonalId('9.99302029682E+11').personalId).toBe('999302029682')
  expect(readPersonalId('310123456')).toEqual({ personalId: null, doubts: ['id-old-9-digits'] })
  for (const text of ['12190001234', '0821900012345', 'B1234567', 'chưa rõ'])
    expect(readPersonalId(text), text).toEqual({ personalId: null, doubts: ['id-wrong-length'] })
})

test('a phone number is read in every form, and what is no mobile says what it is', () => {
  for (const text of [
    '0912345678',
    '0912 345 678',
    '+84 912345678',
    '84912345678',
    "'0912345678",
    '0912.345.678',
    '０９１２３４５６７８',
  ])
    expect(readPhone(text), text).toEqual({ phone: '+84912345678', doubts: [] })
  expect(readPhone('912345678')).toEqual({ phone: '+84912345678', doubts: ['phone-leading-zero-restored'] })
  expect(readPhone('01201234567')).toEqual({ phone: null, doubts: ['phone-old-11-digits'] })
  expect(readPhone('1201234567').doubts).toEqual(['phone-old-11-digits'])
  expect(readPhone('0273 387 0870')).toEqual({ phone: null, doubts: ['phone-not-mobile'] })
  expect(readPhone('9.12E+8').doubts).toEqual(['phone-invalid'])
  expect(readPhone('050 12').doubts).toEqual(['phone-invalid'])
  expect(readPhone('0273 387 0870 / 0912345678')).toEqual({ phone: '+84912345678', doubts: ['phone-several'] })
})

test('names in capitals become names again', () => {
  fc.assert(
    fc.property(aVietnameseName, (name) => {
      expect(readName(name.toUpperCase(), false)).toEqual({ name, doubts: ['name-all-caps'] })
      expect(readName(name, false)).toEqual({ name, doubts: [] })
      expect(readName(name.toLowerCase(), true)).toEqual({ name, doubts: ['name-case-lost'] })
    }),
  )
  expect(readName("H'HEN NIÊ", false).name).toBe("H'Hen Niê")
  expect(readName('Y Ý', false)).toEqual({ name: 'Y Ý', doubts: [] })
  expect(readName('Phương', false).doubts).toEqual(['name-single-word'])
})

test('where letters with marks have no capitals, beginnings get theirs back and nobody is told of capitals', () => {
  expect(readName('Lê Văn út', true)).toEqual({ name: 'Lê Văn Út', doubts: [] })
  expect(readName('DƯƠNG THị ỷ LAN', true)).toEqual({ name: 'Dương Thị Ỷ Lan', doubts: ['name-all-caps'] })
  expect(readName('Lý MINH ẩN', true)).toEqual({ name: 'Lý Minh Ẩn', doubts: ['name-all-caps'] })
})

test('gender and kind of staff are taken when they are clear', () => {
  expect(['Nam', 'NỮ', 'nữ', '1', 'x', ''].map(readGender)).toEqual(['male', 'female', 'female', 'male', null, null])
  expect(['Công chức', 'VC', 'Người lao động', 'người dân', 'Cán bộ, công chức', 'khác'].map(readCategory)).toEqual([
    'civil-servant',
    'public-employee',
    'worker',
    'citizen',
    null,
    null,
  ])
})

test('a cell is cleaned of what nobody sees', () => {
  expect(clean('\u00a0Trương\u00a0 Thị\u200b  Lan\ufeff ')).toEqual({ text: 'Trương Thị Lan', hadInvisible: true })
  expect(clean('Hoà'.normalize('NFD'))).toEqual({ text: 'Hoà', hadInvisible: false })
  expect(clean("'=1+1").text).toBe('=1+1')
})

test('no cell whatever makes the reading throw', () => {
  const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.stringMatching(/^[\d/.\-+Ee ,]{0,30}$/))
  fc.assert(
    fc.property(anything, fc.double(), fc.boolean(), (typed, number, isDate) => {
      const { text } = clean(typed)
      readBirth({ text, number, isDate }, 2026)
      readBirth({ text }, 2026)
      readPhone(text)
      readPersonalId(text)
      readName(text, true)
      readName(text, false)
      readCategory(text)
    }),
    { numRuns: 1_000 },
  )
})
