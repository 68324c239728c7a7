import type { Messages } from '#app/i18n/messages.ts'
import type { Refusal } from '#app/intake/reading/refusal.ts'

/** What happened and what to do now, with the row where one is to blame. */
export function inWords({ code, row }: Refusal, words: Messages['intake']): { what: string; now: string } {
  const { what, now } = words.refused[code]
  return { what: row === undefined ? what : `${what} ${words.atRow(row)}`, now }
}
