import { expect, test } from 'vitest'
import { aReader, desk, phone } from '#tests/e2e/browsing.ts'
import { recordsIn } from '#tests/e2e/records.ts'
import { openStage } from '#tests/e2e/stage.ts'

const { server, browser } = await openStage()

test.each([
  ['phone', phone],
  ['desk', desk],
] as const)('scrolling through a lesson counts its cards on, one by one, and never back (%s)', async (_, viewport) => {
  const { page, context } = await aReader(browser, { viewport })
  for (const lesson of recordsIn(server.folder).course('cd3').lessons) {
    await page.goto(`${server.url}/courses/cd3/${lesson}`, { waitUntil: 'load' })
    const places = await page.evaluate(async () => {
      const seen: number[] = []
      for (let at = 0; ; at += 60) {
        scrollTo(0, at)
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
        const marks = [...document.querySelectorAll('[data-progress] .climb li')]
        seen.push(marks.findIndex((mark) => mark.className === 'now') + 1)
        if (innerHeight + scrollY >= document.documentElement.scrollHeight - 1) return seen
      }
    })
    const cards = await page.locator('[data-card]').count()
    expect(places, lesson).toEqual([...places].sort((a, b) => a - b))
    expect([...new Set(places)], lesson).toEqual(Array.from({ length: cards }, (_, place) => place + 1))
    expect(await page.locator('[data-finish]').isVisible(), lesson).toBe(true)
  }
  await context.close()
})
