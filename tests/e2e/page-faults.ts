import type { Page, Request } from 'playwright-core'
import { sidewaysScroll } from '#tests/e2e/browsing.ts'

/** Listens to a page: what its console complains about, and what it asks of strangers. Call the answer to hear and forget. */
export function listenForFaults(page: Page, origin: string): () => string[] {
  let heard: string[] = []
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return
    if (isOwnStatus(message.text())) return
    heard.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (problem) => heard.push(`script: ${problem.message}`))
  page.on('request', (request) => {
    if (isForeign(request, origin)) heard.push(`asks a stranger: ${request.url()}`)
  })
  return () => {
    const all = heard
    heard = []
    return all
  }
}

/** Chromium complains about every page that is meant to answer 404 or 422. */
function isOwnStatus(text: string) {
  return /^Failed to load resource: the server responded with a status of (400|403|404|405|422|500)/.test(text)
}

function isForeign(request: Request, origin: string) {
  return /^https?:/.test(request.url()) && new URL(request.url()).origin !== origin
}

/** One head, a language, an alternative for every picture, no sideways scroll, nothing too small to press. */
export async function faultsIn(page: Page): Promise<string[]> {
  const sideways = await sidewaysScroll(page)
  const found = await page.evaluate(() => {
    const faults: string[] = []
    const heads = document.querySelectorAll('h1').length
    if (heads !== 1) faults.push(`${heads} h1`)
    if (!/^(vi|en)$/.test(document.documentElement.lang)) faults.push('no lang')
    if (document.title.trim() === '') faults.push('no title')
    for (const image of document.images) if (!image.hasAttribute('alt')) faults.push(`no alt: ${image.outerHTML}`)
    for (const image of document.images)
      if (image.loading !== 'lazy' && image.complete && image.naturalWidth === 0)
        faults.push(`no picture: ${image.src}`)
    const least = 44
    const words = (element: Element | null) => element?.textContent?.replace(/\s+/g, ' ').trim() ?? ''
    const standsAlone = (link: HTMLElement) =>
      getComputedStyle(link).display !== 'inline' || words(link) === words(link.closest('p, li, dd, td, h2, h3'))
    const low = (element: Element) => {
      const { width, height } = element.getBoundingClientRect()
      return height < least - 0.5 || width < 24
    }
    for (const element of document.querySelectorAll<HTMLElement>('button, a[href], summary, select, input, textarea')) {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.hide, .skip')) continue
      if (element instanceof HTMLAnchorElement && !standsAlone(element)) continue
      if (element instanceof HTMLAnchorElement && element.closest('h3') && element.closest('.course, .pick')) continue
      const isBox = element instanceof HTMLInputElement && /radio|checkbox/.test(element.type)
      const target = isBox ? (element.closest('label') ?? element) : element
      if (low(target)) {
        const { width, height } = target.getBoundingClientRect()
        faults.push(`${Math.round(width)}×${Math.round(height)} px to press: ${words(target) || element.outerHTML}`)
      }
    }
    return faults
  })
  return sideways > 0 ? [`${sideways} px sideways`, ...found] : found
}
