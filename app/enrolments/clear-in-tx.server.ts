import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { lessonProgress, practiceAnswers } from '#app/enrolments/schema.ts'
import type { StudyRow } from '#app/enrolments/study.ts'

type Learner = { personId: string; editionId: string }

/** Inner step: throws away a learner's progress and practice answers in an edition, to be made again from the ledger. */
export async function clearWorkInTx(tx: Transaction, { personId, editionId }: Learner) {
  await tx
    .delete(lessonProgress)
    .where(and(eq(lessonProgress.personId, personId), eq(lessonProgress.editionId, editionId)))
  await tx
    .delete(practiceAnswers)
    .where(and(eq(practiceAnswers.personId, personId), eq(practiceAnswers.editionId, editionId)))
}

/** Inner step: puts back what the ledger says was studied in a lesson. */
export async function restoreStudyInTx(tx: Transaction, learner: Learner, lesson: string, row: StudyRow) {
  await tx.insert(lessonProgress).values({ ...learner, lesson, ...row })
}
