/** A calendar day in Vietnam, YYYY-MM-DD. */
export type Day = string

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** The day in Vietnam at this moment (UTC+7, no summer time). */
export function dayOf(moment: Date): Day {
  return parts.format(moment)
}

export function yearOf(moment: Date): number {
  return Number(dayOf(moment).slice(0, 4))
}

/** The moment a day begins in Vietnam. */
export function startOf(day: Day): Date {
  return new Date(`${day}T00:00:00+07:00`)
}

/**
 * 2026-11-22T20:00 by Vietnamese clocks, as a form sends it, or with an offset of its own (…Z, …+07:00).
 * Null: no moment, or a day that no calendar has.
 */
export function momentFrom(text: string): Date | null {
  const [, day = '', time = '', offset] =
    /^(\d{4}-\d\d-\d\d)[T ]((?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,3})?)?)(Z|[+-]\d\d:\d\d)?$/.exec(
      text.trim(),
    ) ?? []
  const noon = new Date(`${day}T12:00:00Z`)
  if (Number.isNaN(noon.getTime()) || noon.toISOString().slice(0, 10) !== day) return null
  const moment = new Date(`${day}T${time}${offset ?? '+07:00'}`)
  return Number.isNaN(moment.getTime()) ? null : moment
}

/** 22/11/2026 in Vietnamese, 22 November 2026 in English. */
export function formatDay(day: Day, locale: 'vi' | 'en'): string {
  const [year, month, date] = day.split('-')
  if (locale === 'vi') return `${date}/${month}/${year}`
  return longDay.format(new Date(`${day}T00:00:00Z`))
}

// Sharp edge: to make a formatter takes longer than to render the page it is for.
const longDay = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' })
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', hour: 'numeric', minute: '2-digit' })
const numbers = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') }

/** 9:12 ngày 22/11/2026 */
export function formatMoment(moment: Date, locale: 'vi' | 'en'): string {
  const time = clock.format(moment)
  const day = formatDay(dayOf(moment), locale)
  return locale === 'vi' ? `${time} ngày ${day}` : `${time}, ${day}`
}

/** ngày 05 tháng 02 năm 2026: two digits for days below 10 and for months 1 and 2 (Nghị định 30/2020). */
export function formalDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  const two = (n: number | undefined) => String(n).padStart(2, '0')
  return `ngày ${two(date)} tháng ${(month ?? 0) <= 2 ? two(month) : month} năm ${year}`
}

/** 1.234,5 in Vietnamese. */
export function formatNumber(value: number, locale: 'vi' | 'en'): string {
  return numbers[locale].format(value)
}
