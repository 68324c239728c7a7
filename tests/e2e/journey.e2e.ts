import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { rightFields } from '#tests/answers.ts'
import { fillIn, questionIn } from '#tests/e2e/answering.ts'
import { aReader, desk, openBrowser, phone } from '#tests/e2e/browsing.ts'
import { learn, learnAll, sitExam, studyAll } from '#tests/e2e/learning.ts'
import { signedUp, signUp } from '#tests/e2e/people.ts'
import { recordsIn } from '#tests/e2e/records.ts'
import { openStage } from '#tests/e2e/stage.ts'

const { server, browser } = await openStage()

test('a visitor learns on a phone without an account, then makes one, and nothing is lost or doubled', async () => {
  const { page, context } = await aReader(browser, { viewport: phone })
  await learn(page, server, 'cd3', 'gia-cong-an')
  await page.goto(`${server.url}/courses/cd3`)
  await page.locator('[data-lesson="gia-cong-an"] .tag').waitFor()
  expect(await page.locator('[data-continue]').textContent()).toContain('bài 2')

  await signUp(page, server.url)
  await page.getByRole('button', { name: 'Của tôi, gửi vào tài khoản' }).click()
  await page.getByText('Xong 1 trong 5 bài').waitFor()
  expect(await page.locator('[data-import-offer]').count()).toBe(0)
  const twice = 'SELECT count(*) AS n FROM events GROUP BY person_id, id HAVING n > 1'
  expect(recordsIn(server.folder).read(z.unknown(), twice)).toEqual([])
  await context.close()
})

test('somebody else’s work on this device is not taken over', async () => {
  const { page, context } = await aReader(browser)
  await learn(page, server, 'cd3', 'gia-cong-an')
  await signUp(page, server.url)
  await page.getByRole('button', { name: 'Không phải của tôi, xóa khỏi máy' }).click()
  await page.locator('[data-import-offer]').waitFor({ state: 'detached' })
  await page.reload()
  await page.getByText('Bạn chưa học khóa nào').waitFor()
  expect(await page.locator('[data-import-offer]').count()).toBe(0)
  expect(await leftIn(page)).toMatchObject({ events: [] })
  await context.close()
})

test('a learner takes a whole course, passes its exam and downloads a certificate that anyone can check', async () => {
  const { page, context } = await aReader(browser, { viewport: desk })
  const { fullName } = await signUp(page, server.url)
  for (const lesson of recordsIn(server.folder).course('cd3').lessons) await learn(page, server, 'cd3', lesson)
  await page.locator('[data-finish] button').click()
  await takeExam(page)
  await page.getByRole('link', { name: 'Xem giấy của bạn' }).first().click()
  await page.waitForURL(/\/certificates\/BS-/)
  const code = page.url().split('/').at(-1) ?? ''
  const pdf = await page.request.get(`${server.url}/certificates/${code}.pdf`)
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
  await page.goto(`${server.url}/me`)
  expect(await page.locator(`a[href="/certificates/${code}"]`).count()).toBeGreaterThan(0)
  await context.close()

  const { page: anyone, context: others } = await aReader(browser, { viewport: phone })
  await anyone.goto(`${server.url}/certificates/${code.toLowerCase()}`)
  expect(await anyone.getByRole('main').textContent()).toContain(fullName)
  expect((await (await fetch(`${server.url}/certificates/${code}.json`)).json()).state).toBe('valid')
  await others.close()
})

test('an official’s course needs its minutes, says how many are missing, and is done when they are there', async () => {
  const { page, context } = await aReader(browser, { viewport: desk })
  await signedUp(context, server.url)
  await learnAll(context, server, 'cb2')
  const attempt = await sitExam(context, server, 'cb2')
  await page.goto(`${server.url}/attempts/${attempt}/result`)
  await page.getByText(/Học thêm cho đủ phút trong bài:/).waitFor()
  expect(await page.getByRole('link', { name: 'Xem giấy của bạn' }).count()).toBe(0)

  await page.goto(`${server.url}/me`)
  await page.getByText(/^Đã đọc và luyện tập xong, chỉ còn thiếu phút học: bài 1 thiếu \d+ phút, bài 2/).waitFor()
  await page.goto(`${server.url}/courses/cb2/mat-khau`)
  await page.getByText(/^Đã học 0 phút\. Bài này cần ít nhất \d+ phút\.$/).waitFor()
  await studyAll(context, server, 'cb2')
  await page.reload()
  await page.getByText(/^Đã học [1-9]\d* phút\./).waitFor()
  await page.goto(`${server.url}/me`)
  expect(await page.locator('a[href^="/certificates/BS-"]').count()).toBeGreaterThan(0)
  await context.close()
})

test('who leaves a shared phone leaves nothing of theirs behind, not even behind the back button', async () => {
  const withMemory = await openBrowser({ ignoreDefaultArgs: ['--disable-back-forward-cache'] })
  const { page, context } = await aReader(withMemory)
  const account = await signedUp(context, server.url)
  await context.clearCookies()
  await page.goto(`${server.url}/sign-in`)
  await page.locator('#account').fill(account.contact)
  await page.locator('#password').fill(account.password)
  await page.getByLabel('Máy này nhiều người dùng chung').check()
  await page.locator('[data-signs-in] button.main').click()
  await page.waitForURL((address) => !address.pathname.endsWith('/sign-in'))
  await learn(page, server, 'cd3', 'gia-cong-an')
  await page.goto(`${server.url}/me`)
  await page.getByRole('heading', { level: 1, name: account.fullName }).waitFor()
  await page.goto(`${server.url}/courses/cd3`)
  await page.getByRole('button', { name: 'Không phải tôi' }).click()
  await page.waitForURL(/\/sign-in\?out/)

  expect(await leftIn(page)).toEqual({ events: [], local: [], session: [] })
  expect((await context.cookies()).map(({ name }) => name).filter((name) => name.startsWith('ben-so'))).toEqual([])
  for (const address of [/courses\/cd3$/, /sign-in\?next=/, /gia-cong-an$/]) {
    await page.evaluate(() => history.back()) // a page out of the browser's memory fires no load event
    await page.waitForURL(address, { waitUntil: 'commit' })
    await page.locator('[data-sign-in]').waitFor()
    expect(await page.locator('body').textContent()).not.toContain(account.fullName)
  }
  await withMemory.close()
})

/** Takes the exam rightly, one question a page, and hands it in. */
async function takeExam(page: Page) {
  const questions = recordsIn(server.folder).questions()
  await page.getByRole('button', { name: 'Bắt đầu làm bài' }).click()
  await page.waitForURL(/\/attempts\//)
  const count = Number(/trong (\d+)/.exec((await page.getByRole('heading', { level: 1 }).textContent()) ?? '')?.[1])
  for (let place = 1; place <= count; place++) {
    const form = page.locator(`form[data-at="${place}"]`)
    await form.waitFor()
    const question = questions.get(await questionIn(form))
    if (question) await fillIn(form, rightFields(question))
    await form.getByText(`Câu ${place} đã nhận lúc`).waitFor()
    await page.locator('[data-bar] button.main').click()
  }
  await page.waitForURL(/submission/)
  await page.locator('form[data-submit-once] button.main').click()
  await page.waitForURL(/\/result/)
}

/** Everything that the site keeps on the device, but for how pages look. */
function leftIn(page: Page) {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('ben-so')
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
    const names = [...database.objectStoreNames]
    const all = await Promise.all(
      names.map(
        (name) =>
          new Promise<unknown[]>((resolve) => {
            const request = database.transaction(name).objectStore(name).getAll()
            request.onsuccess = () => resolve(request.result)
          }),
      ),
    )
    database.close()
    return { events: all.flat(), local: Object.keys(localStorage), session: Object.keys(sessionStorage) }
  })
}
