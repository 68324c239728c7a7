import { formatDay } from '#app/i18n/day.ts'
import type { Locale, Messages } from '#app/i18n/messages.ts'
import type { Window } from '#app/requirements/requirement.ts'

/** Until when a requirement is to be done, in words. */
export function untilWhen(window: Window, t: Messages['standings'], locale: Locale): string {
  if (window.kind === 'fixed') return t.until(formatDay(window.dueDay, locale))
  if (window.kind === 'joining') return t.joining(window.days)
  return t.every(window.everyMonths, formatDay(window.firstDay, locale))
}
