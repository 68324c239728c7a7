import type { Request as Asked } from 'express'
import { environment } from '#app/db/environment.server.ts'
import { isBodyTaken, readBytes } from '#app/web/read-bytes.server.ts'

export const formLimitBytes = 512 * 1024
const host = /^([a-z0-9.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?$/i

/** What Remix is asked, with the whole body; or the status of what it is never asked. */
export async function remixRequest(request: Asked): Promise<Request | 400 | 404 | 405 | 413> {
  const { method, originalUrl } = request
  if (!['GET', 'HEAD', 'POST'].includes(method)) return 405
  const address = siteOf(request) + originalUrl
  if (!originalUrl.startsWith('/') || !URL.canParse(address)) return 400
  if (isNoPage(new URL(address))) return 404
  const headers = headersOf(request)
  if (method !== 'POST') return new Request(address, { method, headers })

  const isLong = Number(request.headers['content-length'] ?? 0) > formLimitBytes
  if (isLong && !isBodyTaken(request)) return 413
  const body = await readBytes(request, formLimitBytes)
  return body ? new Request(address, { method, headers, body: new Uint8Array(body) }) : 413
}

/**
 * Wrong percent signs, and a NUL, which PostgreSQL takes for no text; and the doors of Remix's own navigation, which no page of ours asks for and which hold more than
 * a page shows.
 */
function isNoPage({ pathname, search, searchParams }: URL): boolean {
  if (`${pathname}${search}`.includes('%00')) return true
  if (pathname.endsWith('.data') || pathname === '/__manifest' || searchParams.has('_data')) return true
  try {
    decodeURIComponent(pathname)
    return false
  } catch {
    return true
  }
}

/** The operator's address, else the one that was asked, if it is one at all. */
function siteOf(request: Asked): string {
  if (environment.PUBLIC_URL) return new URL(environment.PUBLIC_URL).origin
  const forwarded = environment.TRUST_PROXY > 0 ? request.get('x-forwarded-host') : undefined
  const asked = forwarded ?? request.get('host') ?? ''
  return `${request.protocol}://${host.test(asked) ? asked : 'localhost'}`
}

function headersOf(request: Asked): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    for (const one of Array.isArray(value) ? value : value === undefined ? [] : [value]) headers.append(name, one)
  // Judged already, by the operator's address. Remix would compare it with Host, which a proxy may have rewritten.
  headers.delete('origin')
  return headers
}
