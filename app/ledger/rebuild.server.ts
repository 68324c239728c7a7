import { and, eq, inArray, type SQL } from 'drizzle-orm'
import { clearAttemptsInTx } from '#app/attempts/clear-in-tx.server.ts'
import { attempts } from '#app/attempts/schema.ts'
import { editions } from '#app/courses/schema.ts'
import { db, type Transaction, write } from '#app/db/db.server.ts'
import { clearWorkInTx } from '#app/enrolments/clear-in-tx.server.ts'
import { lessonProgress, practiceAnswers } from '#app/enrolments/schema.ts'
import { completeInTx } from '#app/ledger/complete-in-tx.server.ts'
import { type KeptEvent, rebuildAttempts } from '#app/ledger/rebuild-attempts.server.ts'
import { rebuildLessons } from '#app/ledger/rebuild-lessons.server.ts'
import { events } from '#app/ledger/schema.ts'
import { type Authority, mayAdminister } from '#app/people/person.ts'

export type Scope = 'all' | { personId: string } | { courseId: string }
type Learner = { personId: string; editionId: string }

/**
 * Throws away progress, practice answers, attempts, their answers and marks, and makes them again from the ledger alone.
 * Enrolments and certificates are records of their own and stay. One write a person and edition, so learners need not wait.
 * How many were rebuilt. Null: not this actor's to do.
 */
export async function rebuild(admin: Authority, scope: Scope, now = new Date()): Promise<number | null> {
  if (!mayAdminister(admin)) return null
  const learners = await learnersIn(scope)
  for (const learner of learners) await write((tx) => rebuildLearner(tx, learner, now))
  return learners.length
}

async function rebuildLearner(tx: Transaction, learner: Learner, now: Date) {
  await clearAttemptsInTx(tx, learner)
  await clearWorkInTx(tx, learner)
  const kept: KeptEvent[] = await tx
    .select({ content: events.content, receivedAt: events.receivedAt })
    .from(events)
    .where(own(events, learner))
  await rebuildLessons(tx, learner, kept)
  await rebuildAttempts(tx, learner, kept)
  await completeInTx(tx, { ...learner, at: now })
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
  if ('personId' in scope) return eq(table.personId, scope.personId)
  const ofCourse = db.select({ id: editions.id }).from(editions).where(eq(editions.courseId, scope.courseId))
  return inArray(table.editionId, ofCourse)
}
