import { mkdirSync } from 'node:fs'
import type { BrowserContext, Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { axeFindings, desk, phone } from '#tests/e2e/browsing.ts'
import { faultsIn, listenForFaults } from '#tests/e2e/page-faults.ts'
import { recordsIn } from '#tests/e2e/records.ts'
import { type Scene, setScene } from '#tests/e2e/scene.ts'
import { type Sight, sightsOf } from '#tests/e2e/site-map.ts'
import { openStage } from '#tests/e2e/stage.ts'

/** Where pictures of the pages are kept, for whoever wants to look at them: SHOTS=tests/e2e/shots. */
const shots = process.env.SHOTS
const minuteMs = 60_000

if (shots) mkdirSync(shots, { recursive: true })
const { server, browser } = await openStage()
let scene: Scene
beforeAll(async () => {
  scene = await setScene(browser, server)
}, 5 * minuteMs)

type Look = {
  size: { width: number; height: number }
  text?: '18' | '22' | '28'
  theme?: 'light' | 'dark' | 'contrast'
}
type Check = { withAxe: boolean; shot: string }

test(
  'every page is sound on a phone',
  () => lookAt(() => true, { size: phone }, { withAxe: true, shot: 'phone' }),
  10 * minuteMs,
)

test(
  'every page is sound at a desk',
  () => lookAt(() => true, { size: desk }, { withAxe: true, shot: 'desk' }),
  10 * minuteMs,
)

test(
  'every page fits 320 px with the largest text',
  () => lookAt(() => true, { size: { width: 320, height: 640 }, text: '28' }, { withAxe: false, shot: 'large' }),
  10 * minuteMs,
)

const sample =
  /^(home|practice-answered|search-hits|course-mine|lesson-wrong-answers|sign-up-wrong|exam-question-5|exam-submission|result-failed|certificate-valid|me-full|not-found)$/

test(
  'pages are sound in the dark',
  () => lookAt(({ name }) => sample.test(name), { size: phone, theme: 'dark' }, { withAxe: true, shot: 'dark' }),
  5 * minuteMs,
)

test(
  'pages are sound in high contrast, text at its largest',
  () =>
    lookAt(
      ({ name }) => sample.test(name),
      { size: desk, theme: 'contrast', text: '28' },
      { withAxe: true, shot: 'contrast' },
    ),
  5 * minuteMs,
)

test(
  'a page that breaks says so in three lines, and nothing of the machine',
  async () => {
    const { full } = scene.readers
    const page = await full.newPage()
    const records = recordsIn(server.folder)
    records.change('ALTER TABLE certificates RENAME TO away')
    const response = await page.goto(`${server.url}/me`)
    await keep(page, 'broken-phone')
    records.change('ALTER TABLE away RENAME TO certificates')

    expect(response?.status()).toBe(500)
    expect(await page.getByRole('main').textContent()).toContain('Lỗi này do hệ thống, không phải do bạn')
    expect(await page.content()).not.toMatch(/SQL|certificates\b.*(?:no such|error)|at \w+ \(/i)
    expect([...(await faultsIn(page)), ...(await axeFindings(page))]).toEqual([])
    await page.close()
  },
  minuteMs,
)

/** As many pages one tab opens; whoever reads most reads in several, or the others would be long done. */
const mostInATab = 20

/** Opens every chosen page as its reader, three tabs at a time, and says all that is wrong with any of them at once. */
async function lookAt(isWanted: (sight: Sight) => boolean, look: Look, check: Check) {
  const faults: string[] = []
  const tabs = Object.entries(scene.readers)
    .flatMap(([who, context]) => {
      const sights = sightsOf(scene).filter((sight) => sight.who === who && isWanted(sight))
      const parts = Math.ceil(sights.length / mostInATab)
      return Array.from({ length: parts }, (_, part) => ({
        context,
        sights: sights.slice(part * mostInATab, (part + 1) * mostInATab),
      }))
    })
    .sort((one, other) => other.sights.length - one.sights.length)
  const atOnce = Array.from({ length: 3 }, async () => {
    for (let next = tabs.shift(); next; next = tabs.shift())
      faults.push(...(await faultsSeenBy(next.context, next.sights, look, check)))
  })
  await Promise.all(atOnce)
  expect(faults).toEqual([])
}

/** One tab of a reader opens pages one after the other. */
async function faultsSeenBy(context: BrowserContext, sights: Sight[], look: Look, check: Check): Promise<string[]> {
  const cookies = { text: look.text ?? '18', theme: look.theme ?? 'auto' }
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: server.url })))
  const page = await context.newPage()
  await page.setViewportSize(look.size)
  const heard = listenForFaults(page, server.url)
  const faults: string[] = []
  for (const sight of sights) {
    const found = await faultsOf(page, sight, check)
    faults.push(...[...found, ...heard()].map((fault) => `${sight.name}: ${fault}`))
  }
  await page.close()
  return faults
}

async function faultsOf(page: Page, { name, path, who, act }: Sight, { withAxe, shot }: Check): Promise<string[]> {
  const isPersonal = who !== 'visitor' && who !== 'english' && who !== 'guest' && who !== 'unscripted'
  await page.goto(server.url + path, { waitUntil: isPersonal ? 'networkidle' : 'load' })
  await act?.(page)
  await seeAll(page)
  await keep(page, `${name}-${shot}`)
  return [...(await faultsIn(page)), ...(withAxe ? await axeFindings(page) : [])]
}

/** Pictures further down are fetched when they come near: a picture of the whole page wants them all. */
async function seeAll(page: Page) {
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager'
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})))
  })
}

async function keep(page: Page, name: string) {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true })
}
