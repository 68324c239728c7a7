import { type Locale, messages } from '#app/i18n/messages.ts'
import { failureKind } from '#app/web/failure-kind.ts'
import { settingsNow } from '#app/web/settings.server.ts'

/** The three lines without a page: for whoever did not ask for one, and for when no page can be made. */
export function failureText(status: number, locale: Locale): string {
  const { errors: t } = messages(locale)
  const { title, what, now } = t[failureKind(status)]
  return `${title}. ${what}\n${now}\n${t.ask(settingsNow().help.phone)}\n`
}
