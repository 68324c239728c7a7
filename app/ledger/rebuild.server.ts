import { and, eq, inArray, type SQL } from 'drizzle-orm'
import { attemptAnswers, attempts } from '#app/attempts/schema.ts'
import { db, type Transaction, write } from '#app/db/db.server.ts'
import { lessonProgress, practiceAnswers } from '#app/enrolments/schema.ts'
import { completeInTx } from '#app/ledger/complete-in-tx.server.ts'
import { type KeptEvent, rebuildAttempts } from '#app/ledger/rebuild-attempts.server.ts'
import { rebuildLessons } from '#app/ledger/rebuild-lessons.server.ts'
import { events } from '#app/ledger/schema.ts'

export type Scope = 'all' | { personId: string } | { editionId: string }
type Learner = { personId: string; editionId: string }

/**
 * Throws away progress, practice answers, attempts, their answers and marks, and makes them again from the ledger alone.
 * Enrolments and certificates are records of their own and stay. One write a person and edition, so learners need not wait.
 * For the operator. How many were rebuilt.
 */
export async function rebuild(scope: Scope, now = new Date()): Promise<number> {
  const learners = await learnersIn(scope)
  for (const learner of learners) await write((tx) => rebuildLearner(tx, learner, now))
  return learners.length
}

async function rebuildLearner(tx: Transaction, learner: Learner, now: Date) {
  await clear(tx, learner)
  const kept: KeptEvent[] = await tx
    .select({ content: events.content, receivedAt: events.receivedAt })
    .from(events)
    .where(own(events, learner))
  await rebuildLessons(tx, learner, kept)
  await rebuildAttempts(tx, learner, kept)
  await completeInTx(tx, { ...learner, at: now })
}

async function clear(tx: Transaction, learner: Learner) {
  const theirs = tx.select({ id: attempts.id }).from(attempts).where(own(attempts, learner))
  await tx.delete(attemptAnswers).where(inArray(attemptAnswers.attemptId, theirs))
  await tx.delete(attempts).where(own(attempts, learner))
  await tx.delete(lessonProgress).where(own(lessonProgress, learner))
  await tx.delete(practiceAnswers).where(own(practiceAnswers, learner))
}

type OwnedTable = typeof events | typeof attempts | typeof lessonProgress | typeof practiceAnswers

function own(table: OwnedTable, { personId, editionId }: Learner): SQL | undefined {
  return and(eq(table.personId, personId), eq(table.editionId, editionId))
}

/** Everybody with events, and everybody with rows that no event explains. */
async function learnersIn(scope: Scope): Promise<Learner[]> {
  const found = new Map<string, Learner>()
  for (const table of [events, attempts, lessonProgress, practiceAnswers]) {
    const rows = await db
      .selectDistinct({ personId: table.personId, editionId: table.editionId })
      .from(table)
      .where(within(table, scope))
    for (const row of rows) found.set(`${row.personId} ${row.editionId}`, row)
  }
  return [...found.values()]
}

function within(table: OwnedTable, scope: Scope): SQL | undefined {
  if (scope === 'all') return undefined
  return 'personId' in scope ? eq(table.personId, scope.personId) : eq(table.editionId, scope.editionId)
}
