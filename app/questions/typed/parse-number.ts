import { fold } from '#app/i18n/fold.ts'
import { tidy } from '#app/questions/typed/tidy.ts'

/** How the unit of an answer may also be written. */
const otherNames: Record<string, readonly string[]> = {
  dong: ['d', 'vnd'],
  'phan tram': ['%'],
  '%': ['phan tram'],
}

/**
 * A number as people write it, in Vietnam first: 1,5 and 1.5; 1.500, 1 500 and 1.500,0 are 1500; the unit may
 * follow. What could be read two ways is read the Vietnamese way: 1,500 is 1.5. Null for anything else.
 */
export function parseNumber(typed: string, unit: string): number | null {
  const text = tidy(typed.normalize('NFKC'))
  const [, sign = '', body = '', tail = ''] = /^([+\-−–]?) ?([\d., ]*\d)(.*)$/u.exec(text) ?? []
  const digits = plainDigits(body)
  if (digits === null || !isUnit(tail, unit)) return null
  const value = Number(digits)
  return sign === '' || sign === '+' || value === 0 ? value : -value
}

/** The digits with a point for the decimal sign and no thousands, or null when that is not a number. */
function plainDigits(body: string): string | null {
  if (body.replace(/\D/g, '').length > 15) return null
  if (/^\d*[.,]?\d+$/.test(body) && !/^[1-9]\d{0,2}\.\d{3}$/.test(body))
    return body.replace(',', '.').replace(/^\./, '0.')
  if (/^[1-9]\d{0,2}([. ])\d{3}(?:\1\d{3})*(?:,\d+)?$/.test(body)) return body.replace(/[. ]/g, '').replace(',', '.')
  if (/^[1-9]\d{0,2}([, ])\d{3}(?:\1\d{3})*\.\d+$/.test(body)) return body.replace(/[, ]/g, '')
  if (/^[1-9]\d{0,2}(?:,\d{3}){2,}$/.test(body)) return body.replaceAll(',', '')
  return null
}

/** Nothing, the unit, the first words of it (“ngày” of “ngày làm việc”), or another name of it. */
function isUnit(tail: string, unit: string): boolean {
  const written = fold(tail.replace(/[.,;:!?]+$/u, '')).trim()
  const wanted = fold(unit.normalize('NFKC')).trim()
  if (written === '' || written === wanted) return true
  return wanted.startsWith(`${written} `) || (otherNames[wanted]?.includes(written) ?? false)
}
