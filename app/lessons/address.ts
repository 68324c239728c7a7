import { hasHidden } from '#app/lessons/hidden-characters.ts'

export type Address = 'https' | 'mailto' | 'tel' | 'fragment' | 'media'

/**
 * What kind of address this is, or null when a lesson may not hold it. An allow-list over the decoded text:
 * `java&#9;script:` and its cousins match none of these.
 */
export function addressKind(url: string): Address | null {
  if (url.length > 2000 || hasHidden(url)) return null
  if (/^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(:\d{1,5})?([/?#][^\s<>"'`\\{}]*)?$/i.test(url)) return 'https'
  if (/^mailto:[\w.+-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(url)) return 'mailto'
  if (/^tel:\+?[0-9]{3,15}$/.test(url)) return 'tel'
  if (/^#[a-z0-9]+(-[a-z0-9]+)*$/.test(url)) return 'fragment'
  if (isMediaPath(url)) return 'media'
  return null
}

/** `media/` and a plain name: no folder above, no folder below, nothing encoded. */
export function isMediaPath(path: string): boolean {
  return /^media\/[a-z0-9]+([.-][a-z0-9]+)*$/.test(path)
}

/** Media stand below the course; the page that shows the lesson puts the course's own address in the place of `@course`. */
export function mediaAddress(path: string): string {
  return `/courses/@course/${path}`
}
