import { environment } from '#app/db/environment.server.ts'

type Headers = Record<string, string | string[] | undefined>

/**
 * Whether a request that changes something comes from a page of ours: the browser says so (Sec-Fetch-Site), or its
 * Origin is our public address, or (without one) the Host it was sent to. Programs that send neither are let through:
 * they carry no cookies of a person who was tricked.
 */
export function isOwnOrigin(headers: Headers, publicUrl = environment.PUBLIC_URL): boolean {
  const site = headers['sec-fetch-site']
  if (site === 'same-origin') return true
  if (site === 'cross-site' || site === 'same-site') return false
  const origin = headers.origin
  if (typeof origin !== 'string') return site === undefined || site === 'none'
  if (publicUrl) return origin === new URL(publicUrl).origin
  return URL.canParse(origin) && new URL(origin).host === headers.host
}
