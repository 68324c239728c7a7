import type { Page } from '#app/web/compress-page.server.ts'

/** Pages in memory, so many bytes of them at most: the oldest leave when there are too many. */
export function keptPages(limitBytes: number) {
  const pages = new Map<string, Page>()
  let bytes = 0

  function keep(key: string, page: Page) {
    pages.set(key, page)
    bytes += page.size
    for (const [oldest, old] of pages) {
      if (bytes <= limitBytes) break
      pages.delete(oldest)
      bytes -= old.size
    }
  }

  return { get: (key: string) => pages.get(key), keep, size: () => ({ pages: pages.size, bytes }) }
}
