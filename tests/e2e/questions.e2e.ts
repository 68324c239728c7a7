import { readFileSync } from 'node:fs'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askQuestion } from '#app/questions/ask.ts'
import { AskQuestion } from '#app/questions/ask-question.tsx'
import type { Question } from '#app/questions/question.ts'
import { reviewQuestion } from '#app/questions/review.ts'
import { ReviewQuestion } from '#app/questions/review-question.tsx'
import { aReader, expectGoodPage, openBrowser } from '#tests/e2e/browsing.ts'
import { questionsFrom } from '#tests/questions.ts'

let browser: Browser
let questions: Question[]
let enhance: string

beforeAll(async () => {
  browser = await openBrowser()
  questions = await questionsFrom(readFileSync('tests/e2e/questions.mdx', 'utf8'))
  const built = await build({
    stdin: {
      contents: "import { enhanceOrdering } from './app/questions/browser/ordering.ts'\nenhanceOrdering(document)",
      resolveDir: '.',
      loader: 'ts',
    },
    bundle: true,
    write: false,
  })
  enhance = built.outputFiles[0]?.text ?? ''
})
afterAll(() => browser.close())

test('every kind of question, asked and reviewed, fits 320 px at the largest text and is clean to axe', async () => {
  const asked = questions.map((question) => createElement(AskQuestion, { question: askQuestion(question, 's') }))
  const reviewed = questions.map((question) =>
    createElement(ReviewQuestion, { reviewed: reviewQuestion(question, 's', null) }),
  )
  for (const shown of [asked, reviewed]) {
    const page = await aPage(shown.map((element) => renderToStaticMarkup(element)).join(''), 320)
    await expectGoodPage(page)
    await page.evaluate(enhance)
    await expectGoodPage(page)
    const low = await page
      .locator('label.opt, .ask select, .ask input:not([type=radio], [type=checkbox]), button')
      .evaluateAll((targets) =>
        targets
          .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 48)
          .map((one) => one.outerHTML),
      )
    expect(low).toEqual([])
    await page.context().close()
  }
})

test('items are put in order by keyboard, and the form sends the places', async () => {
  const question = questions.find(({ kind }) => kind === 'ordering')
  if (!question) throw new Error('no question')
  const page = await aPage(
    renderToStaticMarkup(createElement(AskQuestion, { question: askQuestion(question, 's') })),
    360,
  )
  await page.evaluate(enhance)
  await page.evaluate(enhance)
  const before = await names(page)
  expect(await page.getByRole('button').count()).toBe(2 * before.length)
  expect(await places(page)).toEqual(before.map(() => ''))

  const down = page.getByRole('button', { name: `Đưa xuống: ${before[0]}` })
  await down.press('Enter')
  expect(await names(page)).toEqual([before[1], before[0], ...before.slice(2)])
  expect(await places(page)).toEqual(before.map((_, i) => String(i + 1)))
  expect(await down.evaluate((button) => button === document.activeElement)).toBe(true)
  expect(await page.locator('[aria-live]').textContent()).toContain('tới vị trí 2')

  await page.getByRole('button', { name: `Đưa lên: ${before[1]}` }).press('Space')
  expect(await page.locator('[aria-live]').textContent()).toContain('đã ở đầu danh sách')
  await page.context().close()
})

async function aPage(body: string, width: number): Promise<Page> {
  const { page } = await aReader(browser, { viewport: { width, height: 740 } })
  const sheet = readFileSync('app/ui/styles.css', 'utf8')
  const css = [...sheet.matchAll(/'\.\/(.+)'/g)].map(([, name]) => readFileSync(`app/ui/${name}`, 'utf8')).join('\n')
  await page.setContent(
    `<!doctype html><html lang="vi" data-text="${width === 320 ? 28 : 18}"><title>Câu hỏi</title><meta name="viewport" content="width=device-width">
    <style>${css.replace(/@font-face[^}]*}/g, '')}</style><main class="wrap"><h1>Câu hỏi</h1><form>${body}</form></main></html>`,
  )
  return page
}

function names(page: Page): Promise<string[]> {
  return page.locator('[data-order-name]').allTextContents()
}

function places(page: Page): Promise<string[]> {
  return page
    .locator('[data-order] select')
    .evaluateAll((selects) => selects.map((select) => (select instanceof HTMLSelectElement ? select.value : '?')))
}
