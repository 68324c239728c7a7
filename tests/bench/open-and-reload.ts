import { existsSync } from 'node:fs'
import { type CDPSession, chromium } from 'playwright-core'

const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const phone = { width: 360, height: 740 }

/** What came over the wire for one page: every response, head and compressed body. */
export type Visit = Array<{ url: string; kind: string; bytes: number }>

/** Opens an address with an empty cache on a phone's screen, then opens it once more. */
export async function openAndReload(url: string): Promise<{ first: Visit; again: Visit }> {
  const executablePath = places.find((place) => place && existsSync(place))
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args })
  try {
    const context = await browser.newContext({ viewport: phone, locale: 'vi-VN' })
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    const visits = watch(session)
    await session.send('Network.enable')
    await session.send('Network.clearBrowserCache')
    await page.goto(url, { waitUntil: 'networkidle' })
    const first = visits.take()
    await page.goto('about:blank')
    await page.goto(url, { waitUntil: 'networkidle' })
    return { first, again: visits.take() }
  } finally {
    await browser.close()
  }
}

function watch(session: CDPSession) {
  const asked = new Map<string, { url: string; kind: string }>()
  let visit: Visit = []
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    asked.set(requestId, { url: response.url, kind: type })
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const known = asked.get(requestId)
    if (known && encodedDataLength > 0 && !known.url.startsWith('data:'))
      visit.push({ ...known, bytes: encodedDataLength })
  })
  return {
    take: () => {
      const taken = visit
      visit = []
      return taken
    },
  }
}
