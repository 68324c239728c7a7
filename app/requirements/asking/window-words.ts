import { type Day, formatDay } from '#app/i18n/day.ts'
import type { Locale, Messages } from '#app/i18n/messages.ts'
import type { Window } from '#app/requirements/requirement.ts'

/** Until when, in words. */
export function windowWords(window: Window, t: Messages['asking'], locale: Locale): string {
  if (window.kind === 'fixed') return t.page.fixed(formatDay(window.dueDay, locale))
  if (window.kind === 'joining') return t.page.joining(window.days)
  return t.page.every(window.everyMonths, formatDay(window.firstDay, locale))
}

type Asked = { window: Window; graceDays: number; atLeastDays: number; fromDay: Day }

/** The same with all that bears upon it: first day, grace, the days of whoever comes later. */
export function windowInFull(
  { window, graceDays, atLeastDays, fromDay }: Asked,
  t: Messages['asking'],
  locale: Locale,
): string {
  const opensLater = window.kind === 'fixed' && window.opensDay > fromDay
  return [
    windowWords(window, t, locale),
    ...(opensLater ? [t.page.opens(formatDay(window.opensDay, locale))] : []),
    ...(graceDays > 0 ? [t.page.grace(graceDays)] : []),
    ...(window.kind === 'joining' ? [] : [t.page.atLeast(atLeastDays)]),
  ].join('; ')
}
