/**
 * E.164 of a Vietnamese mobile number in any of the forms that lists and people write (domain.md 1.7): 0912 345 678,
 * 0912.345.678, +84 912…, +84 (0)912…, 84912…, (84)912…, full-width digits, 912345678 as Excel leaves it. Null: not one.
 */
export function normalisePhone(typed: string): string | null {
  if (typed.length > 60) return null
  const cleaned = typed.normalize('NFKC').replace(/[\s.\-()\u2010-\u2015\u200b-\u200f\u2060\ufeff]/gu, '')
  const [, subscriber] = /^(?:\+?840?|0)?([35789]\d{8})$/.exec(cleaned) ?? []
  return subscriber ? `+84${subscriber}` : null
}

/** As people write it: 0912 345 678. */
export function formatPhone(e164: string): string {
  return e164
    .replace(/^\+84(\d\d)(\d{3})(\d{4})$/, (_, a, b, c) => `0${a}${b}${c}`)
    .replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3')
}
