import type { Browser } from 'playwright-core'
import { afterAll } from 'vitest'
import { openBrowser } from '#tests/e2e/browsing.ts'
import { preparedFolder } from '#tests/e2e/prepared.ts'
import { type Serving, startServer } from '#tests/e2e/serving.ts'

/** A server and a browser for a whole file of tests: the courses are loaded, and nobody was there yet. */
export async function openStage(): Promise<{ server: Serving; browser: Browser }> {
  const browser = await openBrowser()
  const server = await openServer()
  afterAll(() => browser.close()) // before the server, which waits for who is still there
  return { server, browser }
}

/** The same without a browser. */
export async function openServer(): Promise<Serving> {
  const server = await startServer({}, preparedFolder())
  afterAll(() => server.stop())
  return server
}
