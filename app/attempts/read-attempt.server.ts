import type { AskedAttempt, AskedPlace } from '#app/attempts/asked-attempt.ts'
import { ownAttemptRow } from '#app/attempts/attempt-row.server.ts'
import { givenAnswers, type KeptAnswer } from '#app/attempts/given-answers.server.ts'
import { type Pinned, pinnedAttempt } from '#app/attempts/pinned.server.ts'
import { sheetIn } from '#app/courses/sheet-in.ts'
import { db } from '#app/db/db.server.ts'
import { editionFacts } from '#app/enrolments/edition-facts.server.ts'
import type { Actor } from '#app/people/person.ts'
import { askQuestion } from '#app/questions/ask.ts'

/**
 * An attempt as it may be shown while it is open: what is asked, without any key, and what was answered so far.
 * Null: there is none, or it is not the asker's. Two queries, a few more the first time a process meets the attempt.
 */
export async function readAttempt(person: Actor, attemptId: string, now: Date): Promise<AskedAttempt | null> {
  const row = await ownAttemptRow(db, person.id, attemptId)
  const pinned = row ? await pinnedAttempt(db, attemptId) : null
  const facts = pinned ? await editionFacts(db, pinned.editionId) : null
  if (!row || !pinned || !facts) return null
  const answers = (await givenAnswers(db, attemptId)).filter((answer) => !answer.isLate)
  const sheet = sheetIn(facts.sheet, pinned.paper.language ?? facts.sheet.language)
  const { exam } = sheet
  return {
    id: row.id,
    editionId: facts.id,
    language: sheet.language,
    course: { slug: facts.slug, title: sheet.title },
    exam: { key: exam.key, title: exam.title, timeLimitMinutes: exam.timeLimitMinutes },
    number: row.number,
    openedAt: row.openedAt,
    deadlineAt: row.deadlineAt,
    closedAt: row.closedAt,
    remainingMs: row.deadlineAt ? Math.max(0, row.deadlineAt.getTime() - now.getTime()) : null,
    lastSequence: Math.max(0, ...answers.map(({ sequence }) => sequence)),
    places: placesOf(pinned, answers),
  }
}

function placesOf(pinned: Pinned, answers: KeptAnswer[]): AskedPlace[] {
  const given = new Map(answers.map((answer) => [answer.question, answer]))
  return pinned.paper.questions.map(({ lesson, question }, index) => ({
    place: index + 1,
    lesson,
    asked: askQuestion(question, pinned.paper.seed),
    answer: given.get(question.id)?.answer ?? null,
    receivedAt: given.get(question.id)?.receivedAt ?? null,
  }))
}
