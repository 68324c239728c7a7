import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { questionKinds } from '#app/questions/question.ts'
import { rightFields } from '#tests/answers.ts'
import { questionIn } from '#tests/e2e/answering.ts'
import { aReader, desk, phone } from '#tests/e2e/browsing.ts'
import { fillInByKeys, pressBy, tabTo } from '#tests/e2e/keys.ts'
import { learnAll, openExam } from '#tests/e2e/learning.ts'
import { signedUp } from '#tests/e2e/people.ts'
import { recordsIn } from '#tests/e2e/records.ts'
import { openStage } from '#tests/e2e/stage.ts'

const { server, browser } = await openStage()

const minuteMs = 60_000

test(
  'from the first page to a question answered, card by card, by keyboard alone',
  async () => {
    const { page, context } = await aReader(browser, { viewport: phone })
    await page.goto(server.url)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    await pressBy(page, page.getByRole('link', { name: 'Học bài đầu tiên' }))
    await page.locator('[data-progress]').waitFor()
    const [next, finish] = [page.locator('[data-next-card]'), page.locator('[data-finish] button')]
    await tabTo(page, next) // on the way every card with something to press was passed
    const at = await page.evaluate(() => scrollY)
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => scrollY)).toBe(at)
    const to = (await next.getAttribute('href')) ?? ''
    await page.keyboard.press('Enter')
    await expectAt(page, to)

    await tabTo(page, next)
    await page.keyboard.press('End')
    await finish.waitFor()
    expect(await finish.evaluate((button) => button === document.activeElement)).toBe(true)
    await page.keyboard.press('Home')
    await next.waitFor()
    expect(await next.evaluate((link) => link === document.activeElement)).toBe(true)
    await page.waitForFunction(() => scrollY === 0) // Home glides; what is pressed on the way would be overtaken by it
    const second = (await page.locator('[data-card]').nth(1).getAttribute('id')) ?? ''
    await page.keyboard.press('Enter')
    await expectAt(page, `#${second}`)
    const form = page.locator('form[data-practice]').first()
    const lesson = new URL(page.url()).pathname.replace('/courses/', '')
    await answerByKeys(page, lesson, (await form.getAttribute('data-practice')) ?? '')
    await context.close()
  },
  3 * minuteMs,
)

test(
  'each kind of practice question is answered by keyboard alone',
  async () => {
    const { page, context } = await aReader(browser, { viewport: desk })
    for (const { lesson, question } of oneOfEachKind()) await answerByKeys(page, lesson, question)
    await context.close()
  },
  8 * minuteMs,
)

test(
  'sign-in, exam, handing in and the certificate by keyboard alone',
  async () => {
    const { page, context } = await aReader(browser, { viewport: desk })
    const account = await signedUp(context, server.url)
    await learnAll(context, server, 'cd3')
    await context.clearCookies()
    await page.goto(`${server.url}/courses/cd3/exams/cuoi-khoa`)
    await pressBy(page, page.getByRole('link', { name: 'Vào để làm bài' }))
    await page.waitForURL(/sign-in/)
    await tabTo(page, page.locator('#account'))
    await page.keyboard.type(account.contact)
    await tabTo(page, page.locator('#password'))
    await page.keyboard.type(account.password)
    await page.keyboard.press('Enter')
    await page.waitForURL(/exams\/cuoi-khoa/)
    await pressBy(page, page.getByRole('button', { name: 'Bắt đầu làm bài' }))
    await page.waitForURL(/\/attempts\//)
    await takeExamByKeys(page)
    await pressBy(page, page.getByRole('button', { name: 'Nộp bài ngay' }))
    await page.waitForURL(/\/result/)
    await pressBy(page, page.getByRole('link', { name: 'Xem giấy của bạn' }).first())
    await page.getByRole('heading', { level: 1, name: /là thật/ }).waitFor()
    await tabTo(page, page.getByRole('link', { name: /Tải giấy/ }))
    await context.close()
  },
  5 * minuteMs,
)

test(
  'Enter while answering an exam keeps the answer: it neither turns back nor hands in',
  async () => {
    const { page, context } = await aReader(browser, { viewport: desk })
    await signedUp(context, server.url)
    const attempt = await openExam(context, server, 'cd3')
    const paper = recordsIn(server.folder).paper(attempt)
    const count = paper.length
    const inputs = paper.flatMap(({ kind }, index) => (/ordering|matching|gap/.test(kind) ? [] : [index + 1]))
    for (const place of [inputs[1] ?? 0, inputs.at(-1) ?? 0]) {
      await page.goto(`${server.url}/attempts/${attempt}?q=${place}`, { waitUntil: 'networkidle' })
      const box = page.locator('form[data-question] input[name^="answer."]').first()
      await tabTo(page, box)
      await page.keyboard.press('Space')
      await page.keyboard.press('Enter')
      await page.waitForLoadState('networkidle')
      const title = await page.getByRole('heading', { level: 1 }).textContent()
      expect(Number(/\d+/.exec(title ?? '')?.[0])).toBe(Math.min(place + 1, count))
      expect(page.url()).not.toContain('submission')
    }
    await context.close()
  },
  2 * minuteMs,
)

test(
  'Tab goes through whole pages and out again, forwards and backwards: it is trapped nowhere',
  async () => {
    const { page, context } = await aReader(browser, { viewport: phone })
    await signedUp(context, server.url)
    const attempt = await openExam(context, server, 'cd3')
    for (const path of ['/', '/courses/cd3/gia-cong-an', '/account', `/attempts/${attempt}?q=1`])
      for (const key of ['Tab', 'Shift+Tab'] as const) {
        await page.goto(server.url + path, { waitUntil: 'networkidle' })
        await tabTo(page, page.locator(key === 'Tab' ? '.river a' : 'a.skip').last(), key)
      }
    await context.close()
  },
  4 * minuteMs,
)

/** The link leads there: the address names the card, and with the next frames it stands in the upper half of the window. */
async function expectAt(page: Page, hash: string) {
  await page.waitForFunction((wanted) => {
    const top = document.querySelector(wanted)?.getBoundingClientRect().top ?? -1
    return location.hash === wanted && top >= 0 && top < innerHeight / 2
  }, hash)
}

/** Opens a lesson, goes to the question, answers it rightly and waits to be told so. */
async function answerByKeys(page: Page, lesson: string, id: string) {
  await page.goto(`${server.url}/courses/${lesson}`, { waitUntil: 'networkidle' })
  const form = page.locator(`form[data-practice="${id}"]`)
  const question = recordsIn(server.folder).questions().get(id)
  if (question) await fillInByKeys(page, form, rightFields(question))
  await pressBy(page, form.locator('[data-ask] > button').last())
  await form.locator('[data-reviewed] .verdict.right').first().waitFor()
}

async function takeExamByKeys(page: Page) {
  const questions = recordsIn(server.folder).questions()
  const title = await page.getByRole('heading', { level: 1 }).textContent()
  const count = Number(/trong (\d+)/.exec(title ?? '')?.[1])
  for (let place = 1; place <= count; place++) {
    // Keys are faster than the paper comes, so each question is a page anew: until the page script is there, items to be put in
    // order still have lists to choose from, which then go, and Tab would look for one for ever.
    const form = page.locator(`form[data-at="${place}"][data-saved]`)
    await form.waitFor()
    const question = questions.get(await questionIn(form))
    if (question) await fillInByKeys(page, form, rightFields(question))
    await pressBy(page, page.locator('[data-bar] button.main'))
  }
  await page.waitForURL(/submission/)
}

/** A lesson and a practice question for each kind that the courses use. */
function oneOfEachKind() {
  const records = recordsIn(server.folder)
  const all = ['cd3', 'cb2'].flatMap((slug) => {
    const { edition, lessons } = records.course(slug)
    return lessons.flatMap((lesson) =>
      records.practiceIn(edition, lesson).map(({ id, kind }) => ({ lesson: `${slug}/${lesson}`, question: id, kind })),
    )
  })
  const found = questionKinds.flatMap((kind) => all.find((question) => question.kind === kind) ?? [])
  expect(found.map(({ kind }) => kind)).toContain('ordering')
  return found
}
