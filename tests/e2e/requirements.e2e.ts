import type { Browser } from 'playwright-core'
import { expect, test } from 'vitest'
import { addDays } from '#app/i18n/calendar.ts'
import { dayOf } from '#app/i18n/day.ts'
import { desk, expectGoodPage, phone } from '#tests/e2e/browsing.ts'
import { managersOf } from '#tests/e2e/managers.ts'
import { openStage } from '#tests/e2e/stage.ts'

const { server, browser } = await openStage()
const managers = managersOf({ server, browser })
const minuteMs = 60_000

/** Somebody who was made the manager of a department today, with three people in it; their names. */
async function aManager(options: Parameters<Browser['newContext']>[0]) {
  const manager = await managers.aManager('Sở Văn hóa', 'so_nganh', options)
  const people = [await managers.somebodyIn(manager.unit), await managers.somebodyIn(manager.unit)]
  return { ...manager, people: [...people, await managers.somebodyIn(manager.unit)] }
}

for (const [size, viewport] of [
  ['a phone', phone],
  ['a desk', desk],
] as const)
  test(
    `a manager at ${size} who never saw the system assigns a course, excuses one person, reminds the others and takes the list along`,
    async () => {
      const { page, context, unit, people } = await aManager({ viewport, acceptDownloads: true })
      const [first, second] = people
      if (!first || !second) throw new Error('nobody is there')
      const main = page.getByRole('main')

      await page.goto(`${server.url}/units/${unit}`)
      await page.getByRole('link', { name: 'Các việc học đã giao' }).click()
      await page.getByRole('link', { name: 'Giao việc học mới' }).click()
      await page.getByLabel('Khóa học hoặc chương trình').selectOption({ label: await courseLabel() })
      await page.getByLabel('Học xong chậm nhất ngày').fill(addDays(dayOf(new Date()), 10))
      await page.getByLabel('Số văn bản').fill('12/QĐ-SVH')
      await page.getByLabel('Ngày văn bản').fill(dayOf(new Date()))
      await expectGoodPage(page)
      await page.getByRole('button', { name: 'Xem trước ai phải học' }).click()
      await page.getByRole('heading', { name: 'Nếu ban hành hôm nay' }).waitFor()
      expect(await main.textContent()).toContain('3')
      await expectGoodPage(page)
      await page.getByRole('button', { name: /^Ban hành/ }).click()
      await page.getByText('Đã ban hành').first().waitFor()

      await page.goto(`${server.url}/units/${unit}`)
      await page.getByRole('link', { name: 'Ai đã học, ai chưa' }).click()
      await expect.poll(() => figuresOnPage(), { timeout: 30_000 }).toContain('Sắp đến hạn')
      await expectGoodPage(page)
      await page
        .getByRole('link', { name: /Xem danh sách|Sắp đến hạn/ })
        .first()
        .click()
      await page.getByLabel(`Chọn ${first.fullName}`).check()
      await expectGoodPage(page)
      await page.getByRole('button', { name: 'Miễn học' }).click()
      await page.getByLabel('Lý do').fill('Nghỉ thai sản')
      await page.getByRole('button', { name: 'Miễn cho 1 người' }).click()
      await page.getByText('Đã miễn cho 1 người.').waitFor()

      await page.goto(`${server.url}/units/${unit}/standings`)
      await page
        .getByRole('link', { name: /Xem danh sách|Sắp đến hạn/ })
        .first()
        .click()
      await page.getByLabel(`Chọn ${second.fullName}`).check()
      await page.getByRole('button', { name: 'Nhắc học' }).click()
      await page.getByText('Đã nhắc 1 người.').waitFor()

      await page.getByLabel(`Chọn ${second.fullName}`).check()
      await page.getByRole('button', { name: 'Giao việc mới' }).click()
      await page.getByText('Đã chọn theo tên: 1 người').first().waitFor()
      expect(await page.getByLabel(second.fullName).isChecked()).toBe(true)
      await expectGoodPage(page)
      await page.goBack()

      const download = page.waitForEvent('download')
      await page.getByRole('link', { name: 'Tải Excel' }).click()
      expect((await download).suggestedFilename()).toMatch(/\.xlsx$/)
      await context.close()

      async function figuresOnPage() {
        await page.reload()
        return (await main.textContent()) ?? ''
      }

      async function courseLabel() {
        const labels = await page.getByLabel('Khóa học hoặc chương trình').locator('option').allTextContents()
        return labels.find((label) => label.includes('lừa đảo') || label.includes('giả')) ?? labels.at(-1) ?? ''
      }
    },
    4 * minuteMs,
  )
