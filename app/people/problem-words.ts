import { type Locale, messages } from '#app/i18n/messages.ts'

type Code = keyof ReturnType<typeof messages>['people']['problems']

/** The sentence for each problem that a verb found, by field. */
export function problemWords(locale: Locale, problems: Partial<Record<string, Code>>): Record<string, string> {
  const words = messages(locale).people.problems
  return Object.fromEntries(Object.entries(problems).flatMap(([field, code]) => (code ? [[field, words[code]]] : [])))
}

/** Minutes to wait until a lock is over, at least one. */
export function minutesUntil(until: Date, now = new Date()): number {
  return Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000))
}
