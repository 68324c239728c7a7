import type { Locale } from '#app/i18n/messages.ts'

/** The same address in a language: Vietnamese at the root, English under /en. */
export function localPath(locale: Locale, path: string): string {
  if (locale === 'vi') return path
  return path === '/' ? '/en' : `/en${path}`
}
