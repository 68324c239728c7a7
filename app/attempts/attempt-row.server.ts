import { and, eq, sql } from 'drizzle-orm'
import { type AttemptLine, attemptLine } from '#app/attempts/attempt-line.server.ts'
import { attempts } from '#app/attempts/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'

type Reads = Pick<Transaction, 'select'>

/** One attempt of this person without its paper; null if it is not theirs or there is none. */
export async function ownAttemptRow(reads: Reads, personId: string, attemptId: string): Promise<AttemptLine | null> {
  const [row] = await readRow(reads, { personId, attemptId })
  return row ?? null
}

const readRow = statement((reads: Reads) =>
  reads
    .select(attemptLine)
    .from(attempts)
    .where(and(eq(attempts.id, sql.placeholder('attemptId')), eq(attempts.personId, sql.placeholder('personId')))),
)
