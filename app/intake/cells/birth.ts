import type { Doubt } from '#app/intake/reading/field.ts'
import type { RawCell } from '#app/intake/reading/row.ts'

/** A day, or as much of it as is known: many elderly people know the year alone. */
export type Birth = { day?: number; month?: number; year: number }
export type ReadBirth = { birth: Birth | null; doubts: Doubt[] }

const earliest = 1900

/**
 * A date of birth in the ways of agency lists: 1/7/1985, 01-07-1985, 01.07.1985, "ngày 01 tháng 7 năm 1985", 1985-07-01,
 * 01071985, 7/1985, 1985, 00/00/1985, a date cell, or the number of days that Excel keeps (31229). Never month first.
 * @param cell cleaned text, with the number where the file has one; `number` counts days from 1900 as Excel does
 * @param latest the last year that can be a birth year
 */
export function readBirth(cell: Pick<RawCell, 'text' | 'number' | 'isDate'>, latest: number): ReadBirth {
  if (cell.number !== undefined && (cell.isDate || !isYear(cell.number, latest))) return ofNumber(cell, latest)
  if (cell.text === '') return { birth: null, doubts: [] }
  const parts = partsIn(cell.text)
  if (parts === null) return invalid
  if (/^\d{5}$/.test(cell.text)) return ofNumber({ text: cell.text, number: Number(cell.text) }, latest)
  const { day, month } = parts
  const year = parts.year < 100 ? 1900 + parts.year : parts.year
  const birth = birthOf(day, month, year, latest)
  if (birth === null) return invalid
  return { birth, doubts: parts.year < 100 ? ['birth-two-digit-year'] : [] }
}

const invalid: ReadBirth = { birth: null, doubts: ['birth-invalid'] }

function isYear(value: number, latest: number): boolean {
  return Number.isInteger(value) && value >= earliest && value <= latest
}

/** Sharp edge: Excel believes that 1900 had a 29 February; from day 61 on it is one ahead. */
function ofNumber(
  { number = 0, text, isDate }: Pick<RawCell, 'text' | 'number' | 'isDate'>,
  latest: number,
): ReadBirth {
  const days = Math.floor(number)
  if (days < 1 || days > 80_000) return number > 80_000 ? readBirth({ text }, latest) : invalid
  const moment = new Date(Date.UTC(1899, 11, days > 60 ? 30 : 31) + days * 86_400_000)
  const birth = birthOf(moment.getUTCDate(), moment.getUTCMonth() + 1, moment.getUTCFullYear(), latest)
  if (birth === null) return invalid
  return { birth, doubts: isDate ? [] : ['birth-from-serial'] }
}

type Parts = { day: number; month: number; year: number }

const forms: ReadonlyArray<[RegExp, (numbers: number[]) => Parts]> = [
  [/^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/, ([year = 0, month = 0, day = 0]) => ({ day, month, year })],
  [/^(\d{4})(\d\d)(\d\d)$/, ([year = 0, month = 0, day = 0]) => ({ day, month, year })],
  [/^(\d\d)(\d\d)(\d{4})$/, ([day = 0, month = 0, year = 0]) => ({ day, month, year })],
  [
    /^(\d{1,2})[/\-. ]+(\d{1,2})[/\-. ]+(\d{4}|\d{2})(?: 0?0:00(?::00)?)?$/,
    ([day = 0, month = 0, year = 0]) => ({ day, month, year }),
  ],
  [/^(\d{1,2})[/\-. ]+(\d{4})$/, ([month = 0, year = 0]) => ({ day: 0, month, year })],
  [/^[/\-._… ]*(\d{4})$/, ([year = 0]) => ({ day: 0, month: 0, year })],
  [/^(\d{5})$/, ([year = 0]) => ({ day: 0, month: 0, year })],
]

function partsIn(text: string): Parts | null {
  const tidy = text
    .normalize('NFKC')
    .replace(/^['’`]/, '')
    .replace(/(?<![\p{L}])(?:sinh|ngày|tháng|năm|khoảng)(?![\p{L}])/giu, '/')
    .replace(/\s*([/\-.])\s*/g, '$1')
    .replace(/^[/:\s]+|[/\s.]+$/g, '')
    .replace(/\/{2,}/g, '/')
  // 19850701 and 01071985: as year first only when it can be one.
  for (const [form, partsOf] of forms) {
    const found = form.exec(tidy)
    if (!found) continue
    const parts = partsOf(found.slice(1).map(Number))
    if (/^\d{8}$/.test(tidy) && (parts.month > 12 || parts.day > 31 || parts.year < earliest || parts.year > 2100))
      continue
    return parts
  }
  return null
}

function birthOf(day: number, month: number, year: number, latest: number): Birth | null {
  if (!isYear(year, latest)) return null
  if (day === 0 && month === 0) return { year }
  if (month < 1 || month > 12) return null
  if (day === 0) return { month, year }
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate() ? { day, month, year } : null
}
