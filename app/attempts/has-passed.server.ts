import { and, eq, gte, sql } from 'drizzle-orm'
import { attempts } from '#app/attempts/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'

type Reads = Pick<Transaction, 'select'>

/** Has this person passed the exam of this edition? Who may ask is the caller's to decide. */
export async function hasPassed(reads: Reads, personId: string, editionId: string): Promise<boolean> {
  const [passed] = await readPassed(reads, { personId, editionId })
  return passed !== undefined
}

/** And not before a moment: an exam that is to be passed again. */
export async function hasPassedSince(
  reads: Reads,
  { personId, editionId, since }: { personId: string; editionId: string; since: Date },
): Promise<boolean> {
  const [passed] = await reads
    .select({ id: attempts.id })
    .from(attempts)
    .where(
      and(
        eq(attempts.personId, personId),
        eq(attempts.editionId, editionId),
        eq(attempts.isPassed, true),
        gte(attempts.closedAt, since),
      ),
    )
    .limit(1)
  return passed !== undefined
}

const readPassed = statement((reads: Reads) =>
  reads
    .select({ id: attempts.id })
    .from(attempts)
    .where(
      and(
        eq(attempts.personId, sql.placeholder('personId')),
        eq(attempts.editionId, sql.placeholder('editionId')),
        eq(attempts.isPassed, true),
      ),
    )
    .limit(1),
)
