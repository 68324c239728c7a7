import { type Locale, messages } from '#app/i18n/messages.ts'

/** The letter with the link that sets a new password. */
export function resetLetter(language: Locale, facts: { fullName: string; username: string; link: string }) {
  const { letters } = messages(language).people
  return { subject: letters.resetSubject, body: letters.resetBody(facts) }
}
