import type { IncomingMessage, ServerResponse } from 'node:http'
import { compressPage, type Page } from '#app/web/compress-page.server.ts'
import { keptPages } from '#app/web/kept-pages.server.ts'
import { type Preferences, preferencesOf, variantOf } from '#app/web/preferences.ts'
import { sendKeptPage } from '#app/web/send-kept-page.server.ts'

type Source = {
  /** Whether everybody gets the same bytes at this address. */
  isPublic(path: string): boolean
  /** The page as a visitor sees it; null when it is not there. */
  render(path: string, preferences: Preferences): Promise<string | null>
  /** Changes whenever something was published anywhere. */
  version(): number | Promise<number>
  limitBytes: number
}

type Asked = { key: string; path: string; preferences: Preferences }

/**
 * Public pages, rendered once and kept compressed: answered before Express and Remix are woken.
 * Stale the moment anything is published; bounded; each page filled once however many ask at the same time.
 */
export function pageCache({ isPublic, render, version, limitBytes }: Source) {
  let kept = keptPages(limitBytes)
  let filling = new Map<string, Promise<Page | null>>()
  const makeCurrent = onceATurn(version, () => {
    kept = keptPages(limitBytes)
    filling = new Map()
  })

  /** Answers the request, or returns false: not a public page. */
  function serve(request: IncomingMessage, response: ServerResponse): boolean | Promise<boolean> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const path = request.url ?? '/'
    const preferences = preferencesOf(request.headers.cookie, request.headers['save-data'] === 'on')
    const key = variantOf(preferences) + path
    const isCurrent = makeCurrent()
    const page = isCurrent === true ? kept.get(key) : undefined
    if (page) return sendKeptPage(page, request, response)
    if (!isPublic(path)) return false
    return serveSlowly(isCurrent, { key, path, preferences }, request, response)
  }

  async function serveSlowly(
    isCurrent: true | Promise<void>,
    asked: Asked,
    request: IncomingMessage,
    response: ServerResponse,
  ) {
    if (isCurrent !== true) await isCurrent
    const page = kept.get(asked.key) ?? (await fill(asked))
    return page ? sendKeptPage(page, request, response) : false
  }

  function fill({ key, path, preferences }: Asked): Promise<Page | null> {
    const started = filling.get(key)
    if (started) return started
    const fills = filling
    const promise = render(path, preferences)
      .then((html) => (html === null ? null : compressPage(html)))
      .then((page) => {
        if (page && fills === filling) kept.keep(key, page)
        return page
      })
      .finally(() => fills.delete(key))
    fills.set(key, promise)
    return promise
  }

  return { serve, size: () => kept.size() }
}

/** Asks for the version once for all requests of one turn of the event loop, and tells when it is another. */
function onceATurn(version: Source['version'], changed: () => void): () => true | Promise<void> {
  let known = -1
  let isFresh = false
  const grow = () => {
    isFresh = false
  }
  const settle = (now: number) => {
    isFresh = true
    setImmediate(grow)
    if (now === known) return
    known = now
    changed()
  }
  return () => {
    if (isFresh) return true
    const now = version()
    if (typeof now !== 'number') return now.then(settle)
    settle(now)
    return true
  }
}
