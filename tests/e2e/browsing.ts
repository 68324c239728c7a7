import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type LaunchOptions, type Page } from 'playwright-core'
import { expect } from 'vitest'

const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

export function openBrowser(options: LaunchOptions = {}): Promise<Browser> {
  return chromium.launch({ ...usual(), ...options })
}

/** A browser that keeps what it has in a folder: closed and opened again, it is the same phone. */
export function openBrowserIn(folder: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, { ...usual(), viewport: phone, locale: 'vi-VN' })
}

/** Ends every process of that browser at once, as an empty battery does: nothing is closed, nothing is sent any more. */
export async function killBrowserIn(folder: string, context: BrowserContext) {
  const gone = new Promise<void>((resolve) => context.once('close', () => resolve()))
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    if (isOf(pid, folder)) endNow(Number(pid))
  await gone
}

function isOf(pid: string, folder: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`--user-data-dir=${folder}`)
  } catch {
    return false // it has ended meanwhile
  }
}

function endNow(pid: number) {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // its parent took it along
  }
}

function usual(): LaunchOptions {
  const executablePath = places.find((place) => place && existsSync(place))
  return {
    ...(executablePath ? { executablePath } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  }
}

export const phone = { width: 360, height: 740 }
export const desk = { width: 1280, height: 800 }

/** A fresh reader: no cookies, nothing kept. A script that breaks fails the test. */
export async function aReader(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({
    viewport: phone,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    ...options,
  })
  context.setDefaultTimeout(40_000)
  const page = await context.newPage()
  page.on('pageerror', (problem) => {
    throw problem
  })
  return { page, context }
}

/** axe finds nothing, and nothing scrolls sideways. */
export async function expectGoodPage(page: Page) {
  expect(await axeFindings(page), `axe on ${page.url()}`).toEqual([])
  expect(await sidewaysScroll(page), `sideways scroll on ${page.url()}`).toBeLessThanOrEqual(0)
}

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds wrong, each with where. Legacy mode spares a blank page a run; there are no frames of others. */
export async function axeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(rules).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
}

/** How many pixels the page is wider than its window. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}
