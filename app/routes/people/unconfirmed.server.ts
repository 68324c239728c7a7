import { type Locale, messages } from '#app/i18n/messages.ts'
import type { Unconfirmed } from '#app/people/confirm-password.server.ts'
import { minutesUntil } from '#app/people/problem-words.ts'

/** The sentence for a password that did not confirm a change. */
export function unconfirmedWords(locale: Locale, outcome: Unconfirmed): string {
  const { problems, signIn } = messages(locale).people
  return outcome.problem === 'locked' ? signIn.locked(minutesUntil(outcome.until)) : problems[outcome.problem]
}
