import { localPath } from '#app/i18n/local-path.ts'

/**
 * The same address in the other language.
 * Sharp edge: `/en//x.vn` and `/en/\x.vn` without their `/en` would lead to another site.
 */
export function twinPath(pathname: string): string {
  if (!/^\/en(\/|$)/.test(pathname)) return localPath('en', pathname)
  return pathname.slice(3).replace(/^[/\\]*/, '/')
}
