import { eq } from 'drizzle-orm'
import { attempts } from '#app/attempts/schema.ts'
import { db } from '#app/db/db.server.ts'
import { openAttempt } from '#app/ledger/open-attempt.server.ts'
import { record } from '#app/ledger/record.server.ts'
import { submitAttempt } from '#app/ledger/submit-attempt.server.ts'
import type { Actor } from '#app/people/person.ts'
import type { Question } from '#app/questions/question.ts'
import { type AnEdition, rightAnswer, wrongAnswer } from '#tests/factories.ts'
import { did } from '#tests/learning.ts'

export type Sitting = { person: Actor; edition: AnEdition; attempt: string; paper: Question[] }

/** Somebody sits down to the exam of an edition. */
export async function sits(person: Actor, edition: AnEdition, at = new Date()): Promise<Sitting> {
  const outcome = await openAttempt(person, edition.slug, edition.sheet.exam.key, at)
  if (!outcome || 'refusal' in outcome) throw new Error(`not opened: ${JSON.stringify(outcome)}`)
  const row = await attemptRow(outcome.attempt)
  return { person, edition, attempt: outcome.attempt, paper: row.paper.questions.map(({ question }) => question) }
}

export async function attemptRow(id: string) {
  const [row] = await db.select().from(attempts).where(eq(attempts.id, id))
  if (!row) throw new Error(`no attempt ${id}`)
  return row
}

/** Answers every question, the first `wrong` of them wrongly. */
export function answersAll({ person, edition, attempt, paper }: Sitting, { wrong = 0, at = new Date() } = {}) {
  const events = paper.map((question, place) =>
    did.answered(edition, attempt, question.id, place + 1, (place < wrong ? wrongAnswer : rightAnswer)(question)),
  )
  return record(person, { events }, at)
}

/** Sits down, answers and hands in, all at one moment. */
export async function hasSat(person: Actor, edition: AnEdition, { wrong = 0, at = new Date() } = {}): Promise<Sitting> {
  const sitting = await sits(person, edition, at)
  await answersAll(sitting, { wrong, at })
  await submitAttempt(person, sitting.attempt, at)
  return sitting
}
