import { addDays } from '#app/i18n/calendar.ts'
import { formatDay } from '#app/i18n/day.ts'
import type { Locale, Messages } from '#app/i18n/messages.ts'
import type { ExceptionProblems } from '#app/requirements/exceptions/exception.ts'
import type { ShownException } from '#app/requirements/exceptions/shown-exception.ts'
import { never } from '#app/units/unit.ts'

type Words = Messages['exceptions']
type Days = Pick<ShownException, 'kind' | 'fromDay' | 'toDay' | 'dueDay'>

/** “Gia hạn: Kỹ năng số cơ bản”; “Xin gia hạn: …” while it is asked for, or was refused. */
export function whatItIs({ kind, title, state }: Pick<ShownException, 'kind' | 'title' | 'state'>, t: Words): string {
  const words = state === 'asked' || state === 'refused' ? t.asks : t.kinds
  return t.told.what(words[kind], title ?? '')
}

/** “Đến hết ngày 31/05/2026.” Days are half-open; people say the last one. */
export function whenItIs({ kind, fromDay, toDay, dueDay }: Days, t: Words, locale: Locale): string {
  const last = dueDay ?? (toDay === never ? null : addDays(toDay, -1))
  return t.period[kind](formatDay(fromDay, locale), last === null ? null : formatDay(last, locale))
}

/** What is wrong, in sentences by box. */
export function problemSentences(problems: ExceptionProblems, t: Words): Record<string, string> {
  return Object.fromEntries(Object.entries(problems).map(([box, problem]) => [box, t.problems[problem]]))
}
