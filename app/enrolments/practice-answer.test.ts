import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '#app/db/db.server.ts'
import { practiceAnswer } from '#app/enrolments/practice-answer.server.ts'
import { practiceAnswers } from '#app/enrolments/schema.ts'
import { anEdition, rightAnswer, wrongAnswer } from '#tests/factories.ts'

async function anAsked() {
  const edition = await anEdition()
  const [first] = edition.practice
  if (!first) throw new Error('no practice')
  const ask = (fields: Array<[string, string]>) =>
    practiceAnswer(edition.slug, edition.id, first.lesson, first.question.id, fields)
  return { edition, question: first.question, ask }
}

test('a visitor’s answer is marked and explained, and kept nowhere', async () => {
  const { edition, question, ask } = await anAsked()

  expect(await ask(rightAnswer(question))).toMatchObject({
    reviewed: { id: question.id, mark: { credit: 1000, isRight: true }, whyHtml: '<p>Không ai cả.</p>' },
  })
  expect(await ask(wrongAnswer(question))).toMatchObject({ reviewed: { mark: { credit: 0, isRight: false } } })
  expect(await db.select().from(practiceAnswers).where(eq(practiceAnswers.editionId, edition.id))).toEqual([])
})

test('nothing chosen is told apart from what no form of ours sends, and neither is explained', async () => {
  const { question, ask } = await anAsked()
  const name = `answer.${question.id}`
  const twice: Array<[string, string]> = [...rightAnswer(question), ...wrongAnswer(question)]

  expect(await ask([])).toEqual({ problem: 'notAnswered' })
  for (const bad of [[[name, 'ffffffff']], twice, [[name, 'x'.repeat(1_001)]]] satisfies Array<Array<[string, string]>>)
    expect(await ask(bad)).toEqual({ problem: 'badAnswer' })
})

test('an exam question is never found here, nor one at another address than its own', async () => {
  const { edition, question } = await anAsked()
  const other = await anEdition()
  const exam = edition.pool[0]?.question ?? question
  const ask = (slug: string, id: string, lesson: string, key: { id: string }) =>
    practiceAnswer(slug, id, lesson, key.id, rightAnswer(key))

  expect(await ask(edition.slug, edition.id, 'bai-1', exam)).toBeNull()
  expect(await ask(edition.slug, edition.id, 'bai-2', question)).toBeNull()
  expect(await ask(other.slug, edition.id, 'bai-1', question)).toBeNull()
  expect(await ask(edition.slug, 'khong-co', 'bai-1', question)).toBeNull()
  expect(await ask(edition.slug, edition.id, 'bai-1', { id: 'khong-co' })).toBeNull()
})
