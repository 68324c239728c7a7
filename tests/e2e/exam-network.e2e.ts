import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { aReader, desk, expectGoodPage, phone } from '#tests/e2e/browsing.ts'
import { openExam } from '#tests/e2e/learning.ts'
import { signedUp } from '#tests/e2e/people.ts'
import { recordsIn } from '#tests/e2e/records.ts'
import { openStage } from '#tests/e2e/stage.ts'

const { server, browser } = await openStage()

const minuteMs = 60_000

test.each([
  ['vi', '', phone, /^Chưa trả lời câu này. Chọn xong, máy lưu ngay/, /bấm nút/],
  ['en', '/en', desk, /^Not answered yet. What you choose is saved at once/, /press the button/],
] as const)(
  'with the script an exam says that each choice is saved at once, without it that a button saves (%s)',
  async (_, prefix, viewport, byScript, byButton) => {
    for (const javaScriptEnabled of [true, false]) {
      const { page, context } = await inExam('cd3', prefix, { javaScriptEnabled, viewport })
      expect(await page.locator('[data-nothing]').textContent()).toMatch(javaScriptEnabled ? byScript : byButton)
      await context.close()
    }
  },
)

test.each([
  ['vi', '', phone, 'Đồng hồ vẫn chạy, ai cũng như nhau.', 'Câu trả lời đã lưu trên máy này.'],
  ['en', '/en', desk, 'The clock goes on, for everybody alike.', 'Your answers are saved on this device.'],
] as const)(
  'without a network a timed exam says that the clock goes on, and what becomes of the answers (%s)',
  async (_, prefix, viewport, clock, kept) => {
    const { page, context } = await inExam('cb2', prefix, { viewport })
    const note = page.locator('[data-offline]')
    expect(await note.textContent()).toBe('')
    await context.setOffline(true)
    await note.getByText(clock).waitFor()
    expect(await note.textContent()).toContain(kept)
    await expectGoodPage(page)
    await context.setOffline(false)
    await note.getByText(clock).waitFor({ state: 'detached' })
    await context.close()
  },
)

test('an answer that comes back unsent says so too, where the device believes it has a network', async () => {
  const { page, context } = await inExam('cd3')
  await page.route('**/events', (route) => route.abort())
  await chooseFirst(page)
  await page.locator('[data-offline]').getByText('Câu trả lời đã lưu trên máy này.').waitFor()
  expect(await page.locator('[data-offline]').textContent()).not.toContain('Đồng hồ')
  await page.unroute('**/events')
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await page.getByText('Câu 1 đã nhận lúc').waitFor()
  expect(await page.locator('[data-offline]').textContent()).toBe('')
  await context.close()
})

test(
  'when time is over without a network the page stays; with the network back the answer arrives as late, and the result is shown',
  async () => {
    const { page, context, attempt } = await inExam('cb2')
    setDeadline(attempt, Date.now() + 8000)
    await page.reload({ waitUntil: 'networkidle' })
    await context.setOffline(true)
    await chooseFirst(page)
    await page.getByText('Câu 1 đã lưu trên máy này.').waitFor()
    await page.getByText('Hết giờ. Bài đã nộp với những câu đã nhận.').waitFor()
    await page.waitForTimeout(3000)
    expect(await page.locator('form[data-question]').count()).toBe(1)
    expect(await page.locator('[data-offline]').textContent()).toContain('người quản lý xem xét')

    await context.setOffline(false)
    await page.waitForURL(/\/result/)
    expect(await page.getByRole('main').textContent()).toContain('Câu 1 có câu trả lời đến sau khi hết giờ')
    await context.close()
  },
  2 * minuteMs,
)

test('a deadline that was moved is told with the next answer, and the clock goes on by it', async () => {
  const { page, context, attempt } = await inExam('cb2')
  setDeadline(attempt, Date.now() + 17.5 * minuteMs)
  await chooseFirst(page)
  await page.locator('[data-clock]').getByText('Còn 17 phút').waitFor()
  expect(await page.locator('[data-until]').textContent()).toMatch(/^Hết giờ lúc \d{1,2}:\d\d\.$/)
  await context.close()
})

async function inExam(slug: string, prefix = '', options: Parameters<typeof aReader>[1] = {}) {
  const { page, context } = await aReader(browser, options)
  await signedUp(context, server.url)
  const attempt = await openExam(context, server, slug)
  await page.goto(`${server.url}${prefix}/attempts/${attempt}?q=1`, { waitUntil: 'networkidle' })
  return { page, context, attempt }
}

function setDeadline(attempt: string, at: number) {
  recordsIn(server.folder).change('UPDATE attempts SET deadline_at = ? WHERE id = ?', Math.round(at), attempt)
}

/** Something that is an answer: the first choice, a number, a word. */
async function chooseFirst(page: Page) {
  const form = page.locator('form[data-question]')
  const box = form.locator(':is(input, select)[name^="answer."]').first()
  const kind = await box.evaluate((input) => (input instanceof HTMLInputElement ? input.type : 'select'))
  if (kind === 'radio' || kind === 'checkbox') await box.check()
  else if (kind === 'select') await box.selectOption({ index: 1 })
  else await box.fill('1')
  await box.blur()
}
