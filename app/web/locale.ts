import type { Locale } from '#app/i18n/messages.ts'

/** The page's language stands in its address: English under /en. Accepts a request, a URL or a path. */
export function localeOf(where: Request | string): Locale {
  const path = typeof where === 'string' ? where : new URL(where.url).pathname
  return path === '/en' || path.startsWith('/en/') || path.startsWith('/en.data') ? 'en' : 'vi'
}
