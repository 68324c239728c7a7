import type { Transaction } from '#app/db/db.server.ts'
import { restoreStudyInTx } from '#app/enrolments/clear-in-tx.server.ts'
import { type EditionFacts, editionFacts } from '#app/enrolments/edition-facts.server.ts'
import { practiseInTx } from '#app/enrolments/practise-in-tx.server.ts'
import { joinStudy, type StudyRow, studyRow } from '#app/enrolments/study.ts'
import { momentOf } from '#app/ledger/moment.ts'
import { readAnswer } from '#app/ledger/read-answer.ts'
import type { KeptEvent } from '#app/ledger/rebuild-attempts.server.ts'
import { studyOf } from '#app/ledger/study-of.ts'
import { markAnswer } from '#app/questions/mark.ts'

type Learner = { personId: string; editionId: string }

/** Inner step: progress and practice answers of one learner from the events alone. */
export async function rebuildLessons(tx: Transaction, learner: Learner, kept: KeptEvent[]): Promise<void> {
  const facts = await editionFacts(tx, learner.editionId)
  if (!facts) return
  for (const [lesson, row] of studyIn(kept)) await restoreStudyInTx(tx, learner, lesson, row)
  for (const event of kept) await repractise(tx, learner, facts, event)
}

function studyIn(kept: KeptEvent[]): Map<string, StudyRow> {
  const rows = new Map<string, StudyRow>()
  for (const { content, receivedAt } of kept) {
    if (content.kind !== 'lesson.opened' && content.kind !== 'lesson.studied' && content.kind !== 'lesson.read')
      continue
    const row = studyRow(studyOf(content, receivedAt))
    const before = rows.get(content.lesson)
    rows.set(content.lesson, before ? joinStudy(before, row) : row)
  }
  return rows
}

async function repractise(tx: Transaction, learner: Learner, facts: EditionFacts, { content, receivedAt }: KeptEvent) {
  if (content.kind !== 'practice.answered') return
  const asked = facts.practice.get(content.question)
  const read = asked ? readAnswer(asked.question, content.fields) : null
  if (!asked || !read || 'isBad' in read || read.answer === null) return
  await practiseInTx(tx, {
    ...learner,
    lesson: content.lesson,
    question: content.question,
    answer: read.answer,
    credit: markAnswer(asked.question, read.answer).credit,
    at: momentOf(content, receivedAt),
    eventId: content.id,
  })
}
