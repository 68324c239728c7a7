import { sql } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'
import { lessonProgress } from '#app/enrolments/schema.ts'
import { type Study, studyRow } from '#app/enrolments/study.ts'

/** Adds one event to the progress of a lesson; the caller sees to it that each event comes once. */
export async function studyInTx(
  tx: Transaction,
  learner: { personId: string; editionId: string },
  study: Study,
): Promise<void> {
  const { openedAt, readAt, seconds } = studyRow(study)
  const row = { ...learner, lesson: study.lesson, openedAt, seconds }
  await (readAt ? addReading(tx, { ...row, readAt }) : addStudy(tx, row))
}

const key = {
  personId: sql.placeholder('personId'),
  editionId: sql.placeholder('editionId'),
  lesson: sql.placeholder('lesson'),
}
const studied = { ...key, openedAt: sql.placeholder('openedAt'), seconds: sql.placeholder('seconds') }

const addition = {
  target: [lessonProgress.personId, lessonProgress.editionId, lessonProgress.lesson],
  set: {
    openedAt: earliest(lessonProgress.openedAt, sql`excluded.opened_at`),
    readAt: earliest(lessonProgress.readAt, sql`excluded.read_at`),
    seconds: sql`${lessonProgress.seconds} + excluded.seconds`,
  },
}

// Two statements, because a placeholder for a moment cannot hold null.
const addStudy = statement((tx) => tx.insert(lessonProgress).values(studied).onConflictDoUpdate(addition))
const addReading = statement((tx) =>
  tx
    .insert(lessonProgress)
    .values({ ...studied, readAt: sql.placeholder('readAt') })
    .onConflictDoUpdate(addition),
)

type Column = typeof lessonProgress.openedAt | typeof lessonProgress.readAt

function earliest(kept: Column, given: ReturnType<typeof sql>) {
  return sql`case when ${kept} is null or ${given} < ${kept} then ${given} else ${kept} end`
}
