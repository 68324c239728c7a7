import { createServer } from 'node:net'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { rightFields } from '#tests/answers.ts'
import { fillIn, questionIn } from '#tests/e2e/answering.ts'
import { aReader, killBrowserIn, openBrowserIn } from '#tests/e2e/browsing.ts'
import { openExam } from '#tests/e2e/learning.ts'
import { post, signedUp } from '#tests/e2e/people.ts'
import { preparedFolder } from '#tests/e2e/prepared.ts'
import { recordsIn } from '#tests/e2e/records.ts'
import { type Serving, startServer } from '#tests/e2e/serving.ts'
import { openStage } from '#tests/e2e/stage.ts'
import { temporaryFolder } from '#tests/temporary-folder.ts'

const { server, browser } = await openStage()
/** The same courses on every server here. */
const questions = recordsIn(server.folder).questions()

const minuteMs = 60_000

test(
  'answers stand after a reload, and on another device',
  async () => {
    const { page, context, attempt, account } = await inExam('cd3')
    for (const place of [1, 2, 3]) await answer(page, place, 'received')
    await page.goto(`${server.url}/attempts/${attempt}?q=2`)
    await page.reload()
    expect(await isAnswered(page, 2)).toBe(true)
    expect(await page.locator('[data-sheet] .got').count()).toBeGreaterThanOrEqual(3)

    const other = await aReader(browser)
    await post(other.context, `${server.url}/sign-in`, {
      account: account.contact,
      password: account.password,
      next: '',
    })
    await other.page.goto(`${server.url}/attempts/${attempt}`)
    await other.page.getByRole('heading', { level: 1, name: /^Câu 4 / }).waitFor()
    await other.page.goto(`${server.url}/attempts/${attempt}?q=3`)
    expect(await isAnswered(other.page, 3)).toBe(true)
    await answer(other.page, 4, 'received')

    await page.goto(`${server.url}/attempts/${attempt}?q=4`)
    expect(await isAnswered(page, 4)).toBe(true)
    await Promise.all([context.close(), other.context.close()])
  },
  2 * minuteMs,
)

test(
  'the page says where an answer is: here, on its way, received; never received before it is',
  async () => {
    const { page, context, attempt } = await inExam('cd3')
    const [first, second, third] = answeredByOneChoice(attempt)
    await turnTo(page, first)
    let letThrough = () => {}
    const held = new Promise<void>((resolve) => (letThrough = resolve))
    await page.route('**/events', async (route) => {
      await held
      await route.continue()
    })
    await choose(page, first)
    await page.getByText(`Câu ${first} đang gửi.`).waitFor()
    expect(await page.locator('[data-ferry="received"]').count()).toBe(0)
    letThrough()
    await page.getByText(`Câu ${first} đã nhận lúc`).waitFor()

    await context.setOffline(true)
    for (const place of [second, third]) {
      await turnTo(page, place)
      await answer(page, place, 'here')
    }
    expect(await page.locator('[data-count="here"]').textContent()).toContain('2 câu')
    await context.setOffline(false)
    await page.getByText(`Câu ${third} đã nhận lúc`).waitFor()
    expect(await page.locator('[data-count="received"]').textContent()).toContain('3 câu')
    await context.close()
  },
  2 * minuteMs,
)

test(
  'a phone that dies without a network still has the answer, and sends it when it is opened again',
  async () => {
    const folder = temporaryFolder('phone')
    const before = await openBrowserIn(folder)
    const page = before.pages()[0] ?? (await before.newPage())
    const account = await signedUp(before, server.url)
    const attempt = await openExam(before, server, 'cd3')
    await page.goto(`${server.url}/attempts/${attempt}?q=1`, { waitUntil: 'networkidle' })
    await before.setOffline(true)
    await answer(page, 1, 'here')
    await killBrowserIn(folder, before)
    expect(answersIn(attempt)).toEqual([])

    const after = await openBrowserIn(folder)
    const again = after.pages()[0] ?? (await after.newPage())
    await post(after, `${server.url}/sign-in`, { account: account.contact, password: account.password, next: '' })
    await again.goto(`${server.url}/attempts/${attempt}?q=1`)
    await again.getByText('Câu 1 đã nhận lúc').waitFor()
    expect(await isAnswered(again, 1)).toBe(true)
    expect(answersIn(attempt)).toHaveLength(1)
    await after.close()
  },
  2 * minuteMs,
)

test(
  'a server killed in mid-exam has every answer that was shown as received, and none twice',
  async () => {
    const port = await freePort()
    let mortal = await startServer({ PORT: String(port) }, preparedFolder())
    onTestFinished(() => void mortal.stop('SIGKILL'))
    const { page, context, attempt } = await inExam('cd3', mortal)
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/paper')),
    )
    for (const place of [1, 2, 3, 4]) await answer(page, place, 'received')
    await mortal.stop('SIGKILL')
    expect(answersIn(attempt, mortal)).toHaveLength(4)
    for (const place of [5, 6, 7]) {
      await turnTo(page, place)
      await answer(page, place, 'here')
    }
    mortal = await startServer({ PORT: String(port) }, mortal.folder)
    await page.getByText('Câu 7 đã nhận lúc').waitFor({ timeout: minuteMs })
    expect(await page.locator('[data-count="received"]').textContent()).toContain('7 câu')
    for (const place of [8, 9, 10]) await answer(page, place, 'received')

    const shown = recordsIn(mortal.folder).paper(attempt)
    const kept = answersIn(attempt, mortal)
    expect(kept.map(({ question }) => question).sort()).toEqual(shown.map(({ id }) => id).sort())
    const events = recordsIn(mortal.folder).read(z.unknown(), "SELECT id FROM events WHERE kind = 'attempt.answered'")
    expect(events.length).toBeGreaterThanOrEqual(10)
    await page.goto(`${mortal.url}/attempts/${attempt}/submission`)
    await page.locator('form[data-submit-once] button').click()
    await page.getByRole('heading', { level: 1, name: 'Bạn đã đạt bài kiểm tra' }).waitFor()
    await context.close()
  },
  5 * minuteMs,
)

test(
  'handing in twice at once, in two tabs, is handing in once',
  async () => {
    const { page, context, attempt } = await inExam('cd3')
    const tabs = [page, await context.newPage()]
    for (const tab of tabs) await tab.goto(`${server.url}/attempts/${attempt}/submission`, { waitUntil: 'networkidle' })
    const handIn = 'form[data-submit-once] button'
    for (const tab of tabs) await tab.locator(handIn).waitFor()
    // The first tab to be answered leads the other away: pressing must not wait for it.
    await Promise.all(tabs.map((tab) => tab.evaluate(pressTwice, handIn)))
    await Promise.all(tabs.map((tab) => tab.waitForURL(/\/result/)))
    const closings = "SELECT id FROM events WHERE kind = 'attempt.closed' AND content LIKE ?"
    expect(recordsIn(server.folder).read(z.unknown(), closings, `%${attempt}%`)).toHaveLength(1)
    await context.close()
  },
  2 * minuteMs,
)

test(
  'at the deadline the server closes with what it has received; what comes later is kept and shown as late',
  async () => {
    const { page, context, attempt } = await inExam('cb2')
    await answer(page, 1, 'received')
    await context.setOffline(true)
    await turnTo(page, 2)
    await answer(page, 2, 'here')
    recordsIn(server.folder).change('UPDATE attempts SET deadline_at = ? WHERE id = ?', Date.now() - 1000, attempt)
    await context.setOffline(false)
    await page.getByText(/Câu 2 đến sau khi hết giờ/).waitFor()
    await page.waitForURL(/\/result/)
    const result = (await page.getByRole('main').textContent()) ?? ''
    expect(result).toContain('Hết giờ lúc')
    expect(result).toContain('Bạn đã trả lời 1 trong 20 câu')
    expect(result).toContain('Câu 2 có câu trả lời đến sau khi hết giờ')
    await context.close()
  },
  2 * minuteMs,
)

test(
  'when the time is over the open page says so and shows the result',
  async () => {
    const { page, context, attempt } = await inExam('cb2')
    await answer(page, 1, 'received')
    recordsIn(server.folder).change('UPDATE attempts SET deadline_at = ? WHERE id = ?', Date.now() + 8000, attempt)
    await page.goto(`${server.url}/attempts/${attempt}?q=2`)
    expect(await page.locator('[data-clock]').textContent()).toBe('Còn chưa đến 1 phút')
    await page.waitForURL(/\/result/)
    await page.getByText(/Hết giờ lúc/).waitFor()
    await context.close()
  },
  2 * minuteMs,
)

test(
  'the way out waits for what is unsent, and says so',
  async () => {
    const { page, context, attempt } = await inExam('cd3')
    await context.setOffline(true)
    await answer(page, 1, 'here')
    await page.getByRole('button', { name: 'Thoát' }).click()
    await page.locator('[data-unsent]').waitFor()
    expect(answersIn(attempt)).toEqual([])
    await context.setOffline(false)
    await page.getByRole('button', { name: 'Thoát' }).click()
    await page.waitForURL(/\/sign-in\?out/)
    expect(answersIn(attempt)).toHaveLength(1)
    await context.close()
  },
  2 * minuteMs,
)

/** Somebody new, on the first question of an exam, with the page script at work. */
async function inExam(slug: string, serving: Serving = server) {
  const { page, context }: { page: Page; context: BrowserContext } = await aReader(browser)
  const account = await signedUp(context, serving.url)
  const attempt = await openExam(context, serving, slug)
  await page.goto(`${serving.url}/attempts/${attempt}?q=1`, { waitUntil: 'networkidle' })
  return { page, context, account, attempt }
}

/** Answers the question at this place rightly, turning to it if need be, and waits until the page says where the answer is. */
async function answer(page: Page, place: number, where: 'here' | 'received') {
  if (!(await page.locator(`form[data-at="${place}"]`).isVisible())) await turnTo(page, place)
  await choose(page, place)
  const said = { here: `Câu ${place} đã lưu trên máy này.`, received: `Câu ${place} đã nhận lúc` }
  await page.getByText(said[where]).waitFor()
}

async function choose(page: Page, place: number) {
  const form = page.locator(`form[data-at="${place}"]`)
  const question = questions.get(await questionIn(form))
  if (question) await fillIn(form, rightFields(question))
  // leaving the last box sends what was typed there at once; until then the page still tells of the box before
  await form.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  await page.waitForTimeout(400)
}

/**
 * Three places of the paper, each answered whole by one choice. What takes several is sent as several events: while the
 * first is on its way, the last still waits on the device, and the page says so.
 */
function answeredByOneChoice(attempt: string) {
  const paper = recordsIn(server.folder).paper(attempt)
  const places = paper.flatMap(({ kind }, index) => (kind === 'single' ? [index + 1] : []))
  const [first = 0, second = 0, third = 0] = places
  expect(third).toBeGreaterThan(0)
  return [first, second, third] as const
}

async function turnTo(page: Page, place: number) {
  await page.locator(`[data-sheet] a[data-place="${place}"]`).click()
  await page.locator(`form[data-at="${place}"]`).waitFor()
}

function isAnswered(page: Page, place: number) {
  return page
    .locator(`form[data-at="${place}"] :is(input, select)[name^="answer."]`)
    .evaluateAll((boxes) =>
      boxes.some((box) =>
        box instanceof HTMLInputElement && /radio|checkbox/.test(box.type)
          ? box.checked
          : (box instanceof HTMLInputElement || box instanceof HTMLSelectElement) && box.value !== '',
      ),
    )
}

function answersIn(attempt: string, serving: Serving = server) {
  const rows = z.object({ question: z.string(), sequence: z.number() })
  return recordsIn(serving.folder).read(
    rows,
    'SELECT question, sequence FROM attempt_answers WHERE attempt_id = ? AND is_late = 0',
    attempt,
  )
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function pressTwice(selector: string) {
  const button = document.querySelector<HTMLButtonElement>(selector)
  button?.click()
  button?.click()
}
