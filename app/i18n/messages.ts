import * as en from '#app/i18n/en/index.ts'
import * as vi from '#app/i18n/vi/index.ts'

export const locales = ['vi', 'en'] as const
export type Locale = (typeof locales)[number]
export type Messages = typeof vi

/** The interface's words. English has every key that Vietnamese has: the types see to it. */
export function messages(locale: Locale): Messages {
  return locale === 'en' ? en : vi
}
