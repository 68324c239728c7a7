import { type Locale, messages } from '#app/i18n/messages.ts'

/** Why a question was refused, in words; null when the code is not one of a question. */
export function problemText(locale: Locale, code: string, values: Record<string, string> = {}): string | null {
  const template = Object.entries(messages(locale).questions.problems).find(([known]) => known === code)?.[1]
  return (
    template?.replace(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
    ) ?? null
  )
}
