import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { rightFields } from '#tests/answers.ts'
import { fillIn, questionIn } from '#tests/e2e/answering.ts'
import { aReader, phone } from '#tests/e2e/browsing.ts'
import { learnAll } from '#tests/e2e/learning.ts'
import { signedUp, signUp } from '#tests/e2e/people.ts'
import { recordsIn } from '#tests/e2e/records.ts'
import { openStage } from '#tests/e2e/stage.ts'

const { server, browser } = await openStage()

const withoutScript = () => aReader(browser, { viewport: phone, javaScriptEnabled: false })
const mainButton = (page: Page) => page.locator('.bar-end button.main')

test('a visitor reads a lesson, answers, reads the explanation and comes back to the question', async () => {
  const { page, context } = await withoutScript()
  await page.goto(server.url)
  await page.getByRole('link', { name: 'Học bài đầu tiên' }).click()
  expect(await page.locator('[data-card]').count()).toBeGreaterThan(3)
  for (const hidden of ['[data-progress]', '[data-tools]', '[data-next-card]'])
    expect(await page.locator(hidden).isVisible(), hidden).toBe(false)

  const { form, id } = await answerRight(page)
  await form.getByRole('button', { name: 'Trả lời' }).click()
  expect(await page.locator('[data-reviewed]').textContent()).toMatch(/Vì sao|Nên làm như vậy|Đúng/)
  await page.getByRole('link', { name: 'Trở lại bài học' }).click()
  expect(page.url()).toContain(`#q-${id}`)
  await context.close()
})

test('a form sent empty says what is missing', async () => {
  const { page, context } = await withoutScript()
  await page.goto(`${server.url}/courses/cd3/gia-cong-an`)
  await page.locator('form[data-practice]').first().getByRole('button', { name: 'Trả lời' }).click()
  expect(await page.getByRole('alert').textContent()).toContain('Bạn chưa chọn câu trả lời')
  await context.close()
})

test('text size, colours and light pages hold on every page, by one button', async () => {
  const { page, context } = await withoutScript()
  await page.goto(`${server.url}/courses/cd3`)
  await page.getByLabel('Rất lớn').check()
  await page.getByLabel('Tối', { exact: true }).check()
  await page.locator('[data-preferences] button').click()
  await page.waitForURL(/\/courses\/cd3$/)
  await page.goto(`${server.url}/sign-in`)
  const html = page.locator('html')
  expect([await html.getAttribute('data-text'), await html.getAttribute('data-theme')]).toEqual(['28', 'dark'])
  await context.close()
})

test('search and filters work by their address alone', async () => {
  const { page, context } = await withoutScript()
  await page.goto(`${server.url}/courses`)
  await page.getByLabel('Bạn muốn học gì?').fill('lua dao')
  await page.getByRole('button', { name: 'Tìm' }).click()
  expect(page.url()).toContain('q=lua+dao')
  expect(await page.getByRole('main').textContent()).toContain('Nhận biết và phòng tránh lừa đảo trực tuyến')
  await context.close()
})

test('a learner signs up, learns a course, takes its exam and gets the certificate, by forms alone', async () => {
  const { page, context } = await withoutScript()
  const { fullName } = await signUp(page, server.url)
  await page.goto(`${server.url}/courses/cd3/gia-cong-an?mine`)
  const count = await page.locator('form[data-practice]').count()
  for (let place = 0; place < count; place++) {
    const { form } = await answerRight(page, place)
    await form.getByRole('button', { name: 'Trả lời' }).first().click()
    await page.getByRole('link', { name: 'Trở lại bài học' }).click()
  }
  expect(await page.locator('[data-reviewed]').count()).toBe(count)
  await page.getByRole('button', { name: 'Xong, sang bài 2' }).click()
  await page.waitForURL(/\/courses\/cd3\/gia-ngan-hang\?mine/)

  await page.goto(`${server.url}/courses/cd3?mine`)
  expect(await page.locator('[data-lesson="gia-cong-an"]').textContent()).toContain('Đã học xong')
  expect(await page.locator('[data-continue]').textContent()).toContain('bài 2')
  await learnAll(context, server, 'cd3')
  await page.goto(`${server.url}/courses/cd3/cham-kiem-hoi?mine`)
  await page.getByRole('button', { name: 'Xong, tới bài kiểm tra' }).click()
  await page.waitForURL(/\/exams\/cuoi-khoa/)
  await takeExam(page)

  await page.getByRole('link', { name: 'Xem giấy của bạn' }).first().click()
  expect(await page.getByRole('main').textContent()).toContain(fullName)
  const code = page.url().split('/').at(-1) ?? ''
  await page.goto(`${server.url}/certificates`)
  await page.getByLabel('Mã trên giấy').fill(code.toLowerCase().replaceAll('-', ' '))
  await page.getByRole('main').getByRole('button', { name: 'Kiểm tra' }).click()
  await page.getByRole('heading', { level: 1, name: /là thật/ }).waitFor()

  await page.getByRole('button', { name: 'Thoát' }).click()
  await page.getByText('Bạn đã thoát.').waitFor()
  await page.goto(`${server.url}/me`)
  expect(page.url()).toContain('/sign-in')
  await context.close()
})

test('Enter in a box of the exam saves and goes on: never back, never handing in', async () => {
  const { page, context } = await withoutScript()
  await signedUp(context, server.url)
  await page.goto(`${server.url}/courses/cd3/exams/cuoi-khoa`)
  await page.getByRole('button', { name: 'Bắt đầu làm bài' }).click()
  const attempt = new URL(page.url()).pathname
  const inputs = recordsIn(server.folder)
    .paper(attempt.split('/').at(-1) ?? '')
    .flatMap(({ kind }, index) => (/ordering|matching|gap/.test(kind) ? [] : [index + 1]))
  const middle = inputs[1] ?? 0
  await page.goto(`${server.url}${attempt}?q=${middle}`)
  const box = page.locator('form[data-question] input[name^="answer."]').first()
  await box.press('Enter')
  await page.waitForLoadState()
  expect(placeIn(page)).toBe(middle + 1)
  expect(page.url()).not.toContain('submission')
  await context.close()
})

function placeIn(page: Page) {
  return Number(new URL(page.url()).searchParams.get('q'))
}

/** Fills the right answer into a practice question of the page. */
async function answerRight(page: Page, place = 0) {
  const form = page.locator('form[data-practice]').nth(place)
  const id = await questionIn(form)
  const question = recordsIn(server.folder).questions().get(id)
  if (question) await fillIn(form, rightFields(question))
  return { form, id }
}

/** One question a page; each is saved on the way to the next. */
async function takeExam(page: Page) {
  const questions = recordsIn(server.folder).questions()
  await page.getByRole('button', { name: 'Bắt đầu làm bài' }).click()
  for (;;) {
    const form = page.locator('form[data-question]')
    const question = questions.get(await questionIn(form))
    if (question) await fillIn(form, rightFields(question))
    const isLast = (await mainButton(page).getAttribute('value')) === 'submission'
    await mainButton(page).click()
    if (isLast) break
  }
  await page.waitForURL(/submission/)
  await page.getByText(/Bạn đã trả lời đủ 10 câu/).waitFor()
  await page.getByRole('button', { name: 'Nộp bài ngay' }).click()
  await page.getByRole('heading', { level: 1, name: 'Bạn đã đạt bài kiểm tra' }).waitFor()
}
