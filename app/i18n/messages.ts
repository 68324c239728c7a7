import * as en from '#app/i18n/en/index.ts'
import * as vi from '#app/i18n/vi/index.ts'

export type Locale = 'vi' | 'en'
export type Messages = typeof vi

/** The interface's words. English has every key that Vietnamese has: the types see to it. */
export function messages(locale: Locale): Messages {
  return locale === 'en' ? en : vi
}
