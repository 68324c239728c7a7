import { randomUUID } from 'node:crypto'
import type { BrowserContext, Page } from 'playwright-core'
import { type Fields, rightFields } from '#tests/answers.ts'
import { fillIn, questionIn } from '#tests/e2e/answering.ts'
import { post } from '#tests/e2e/people.ts'
import { recordsIn } from '#tests/e2e/records.ts'
import type { Serving } from '#tests/e2e/serving.ts'

/** Reads a lesson to its end and answers every practice question rightly, with the page script at work. */
export async function learn(page: Page, server: Serving, course: string, lesson: string) {
  const questions = recordsIn(server.folder).questions()
  await page.goto(`${server.url}/courses/${course}/${lesson}`)
  for (const form of await page.locator('form[data-practice]').all()) {
    const question = questions.get(await questionIn(form))
    if (question) await fillIn(form, rightFields(question))
    await form.getByRole('button', { name: 'Trả lời' }).first().click()
    await form.locator('[data-reviewed]').waitFor()
  }
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await page.locator('[data-finish] button').waitFor()
}

/** The same for every lesson of a course, as events sent at once. */
export async function learnAll(context: BrowserContext, server: Serving, slug: string) {
  const records = recordsIn(server.folder)
  const { edition, lessons } = records.course(slug)
  await send(
    context,
    server,
    lessons.flatMap((lesson) => [
      { edition, lesson, kind: 'lesson.read' },
      ...records.practiceIn(edition, lesson).map((question) => {
        return { edition, lesson, kind: 'practice.answered', question: question.id, fields: rightFields(question) }
      }),
    ]),
  )
}

/** Two hours of study in each lesson, as a phone tells that was without a network. */
export async function studyAll(context: BrowserContext, server: Serving, slug: string) {
  const { edition, lessons } = recordsIn(server.folder).course(slug)
  const opened = new Date(Date.now() - 2 * 60 * 60_000).toISOString()
  const portion = { kind: 'lesson.studied', seconds: 600 }
  for (const lesson of lessons)
    await send(context, server, [
      { edition, lesson, kind: 'lesson.opened', at: opened },
      ...Array.from({ length: 12 }, () => ({ edition, lesson, ...portion })),
    ])
}

/** Begins the exam of a course; returns the attempt's id. */
export async function openExam(context: BrowserContext, server: Serving, slug: string): Promise<string> {
  const { exam } = recordsIn(server.folder).course(slug)
  const to = await post(context, `${server.url}/courses/${slug}/exams/${exam}`, {})
  return /attempts\/([^/?]+)/.exec(to ?? '')?.[1] ?? ''
}

/** Begins the exam, answers each question as told, hands in; returns the attempt's id. */
export async function sitExam(
  context: BrowserContext,
  server: Serving,
  slug: string,
  answerTo: (question: Parameters<typeof rightFields>[0], place: number) => Fields = rightFields,
): Promise<string> {
  const records = recordsIn(server.folder)
  const { edition } = records.course(slug)
  const attempt = await openExam(context, server, slug)
  const answers = records.paper(attempt).map((question, place) => {
    const fields = answerTo(question, place + 1)
    return { edition, kind: 'attempt.answered', attempt, question: question.id, sequence: place + 1, fields }
  })
  await send(
    context,
    server,
    answers.filter(({ fields }) => fields.length > 0),
  )
  await post(context, `${server.url}/attempts/${attempt}/submission`, {})
  return attempt
}

async function send(context: BrowserContext, server: Serving, work: object[]) {
  const at = new Date().toISOString()
  const response = await context.request.post(`${server.url}/events`, {
    data: { events: work.map((event) => ({ at, ...event, id: randomUUID() })) },
    headers: { origin: server.url },
  })
  const { receipts }: { receipts: Array<{ outcome: string; problem?: string }> } = await response.json()
  const refused = receipts.filter(({ outcome }) => outcome !== 'received')
  if (refused.length > 0) throw new Error(JSON.stringify(refused))
}
