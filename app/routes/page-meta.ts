import type { MetaDescriptor } from '@remix-run/node'
import { localPath } from '#app/i18n/local-path.ts'
import { type Locale, messages } from '#app/i18n/messages.ts'

type PublicPage = {
  title: string
  description: string
  /** Without the language: /courses/cd3. */
  path: string
  locale: Locale
  /** Where the site stands: https://… */
  origin: string
}

/** The head of a public page: its title, what it is about, and the same page in both languages. */
export function pageMeta({ title, description, path, locale, origin }: PublicPage): MetaDescriptor[] {
  const address = (language: Locale) => new URL(localPath(language, path), origin).href
  return [
    { title: `${title} · ${messages(locale).shell.siteName}` },
    { name: 'description', content: description },
    { tagName: 'link', rel: 'canonical', href: address(locale) },
    { tagName: 'link', rel: 'alternate', hrefLang: 'vi', href: address('vi') },
    { tagName: 'link', rel: 'alternate', hrefLang: 'en', href: address('en') },
    { tagName: 'link', rel: 'alternate', hrefLang: 'x-default', href: address('vi') },
  ]
}
