import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { type Preferences, preferencesOf, variantOf } from '#app/web/preferences.ts'
import { securityHeaders } from '#app/web/security-headers.server.ts'

type Body = { bytes: Buffer; headers: string[] }
type Page = { etag: string; unchanged: string[]; bodies: Record<'br' | 'gzip' | 'identity', Body>; size: number }

type Source = {
  /** Whether everybody gets the same bytes at this address. */
  isPublic(path: string): boolean
  /** The page as a visitor sees it; null when it is not there. */
  render(path: string, preferences: Preferences): Promise<string | null>
  /** Changes whenever something was published anywhere. */
  version(): number | Promise<number>
  limitBytes: number
}

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/**
 * Public pages, rendered once and kept compressed: answered before Express and Remix are woken.
 * Stale the moment anything is published; bounded; each page filled once however many ask at the same time.
 */
export function pageCache({ isPublic, render, version, limitBytes }: Source) {
  let pages = new Map<string, Page>()
  let filling = new Map<string, Promise<Page | null>>()
  let bytes = 0
  let filledAt = -1
  let isFresh = false

  /** Answers the request, or returns false: not a public page. */
  function serve(request: IncomingMessage, response: ServerResponse): boolean | Promise<boolean> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const path = request.url ?? '/'
    const preferences = preferencesOf(request.headers.cookie, request.headers['save-data'] === 'on')
    const key = variantOf(preferences) + path
    const isCurrent = isFresh || checkVersion()
    if (isCurrent === true) {
      const page = pages.get(key)
      if (page) return send(page, request, response)
    }
    if (!isPublic(path)) return false
    return serveSlowly(isCurrent, key, path, preferences, request, response)
  }

  async function serveSlowly(
    isCurrent: true | Promise<void>,
    key: string,
    path: string,
    preferences: Preferences,
    request: IncomingMessage,
    response: ServerResponse,
  ) {
    if (isCurrent !== true) await isCurrent
    const page = pages.get(key) ?? (await fill(key, path, preferences))
    return page ? send(page, request, response) : false
  }

  /** Asked once for all requests of one turn of the event loop. */
  function checkVersion(): true | Promise<void> {
    const now = version()
    if (typeof now !== 'number') return now.then(settle)
    settle(now)
    return true
  }

  const grow = () => {
    isFresh = false
  }

  function settle(now: number) {
    isFresh = true
    setImmediate(grow)
    if (now === filledAt) return
    filledAt = now
    pages = new Map()
    filling = new Map()
    bytes = 0
  }

  function fill(key: string, path: string, preferences: Preferences): Promise<Page | null> {
    const started = filling.get(key)
    if (started) return started
    const fills = filling
    const promise = build(path, preferences)
      .then((page) => {
        if (page && fills === filling) keep(key, page)
        return page
      })
      .finally(() => fills.delete(key))
    fills.set(key, promise)
    return promise
  }

  async function build(path: string, preferences: Preferences): Promise<Page | null> {
    const html = await render(path, preferences)
    if (html === null) return null
    const identity = Buffer.from(html)
    const quality = {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: identity.length },
    }
    const [br, gz] = await Promise.all([compressBrotli(identity, quality), compressGzip(identity, { level: 9 })])
    const etag = `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`
    const common = [
      ...securityHeaders.flat(),
      ...['cache-control', 'public, max-age=0, must-revalidate'],
      ...['vary', 'accept-encoding, cookie, save-data'],
      ...['etag', etag],
    ]
    const body = (content: Buffer, encoding: string | null): Body => ({
      bytes: content,
      headers: [
        ...common,
        ...['content-type', 'text/html; charset=utf-8'],
        ...['content-length', String(content.length)],
        ...(encoding ? ['content-encoding', encoding] : []),
      ],
    })
    const bodies = { br: body(br, 'br'), gzip: body(gz, 'gzip'), identity: body(identity, null) }
    return { etag, unchanged: common, bodies, size: br.length + gz.length + identity.length }
  }

  /** The oldest pages leave when there are too many. */
  function keep(key: string, page: Page) {
    pages.set(key, page)
    bytes += page.size
    for (const [oldest, old] of pages) {
      if (bytes <= limitBytes) break
      pages.delete(oldest)
      bytes -= old.size
    }
  }

  return { serve, size: () => ({ pages: pages.size, bytes }) }
}

function send(page: Page, request: IncomingMessage, response: ServerResponse): true {
  if (request.headers['if-none-match'] === page.etag) {
    response.writeHead(304, page.unchanged)
    response.end()
    return true
  }
  const accepts = request.headers['accept-encoding']
  const encoding =
    typeof accepts !== 'string'
      ? 'identity'
      : /\bbr\b/.test(accepts)
        ? 'br'
        : /\bgzip\b/.test(accepts)
          ? 'gzip'
          : 'identity'
  const body = page.bodies[encoding]
  response.writeHead(200, body.headers)
  response.end(request.method === 'HEAD' ? undefined : body.bytes)
  return true
}
