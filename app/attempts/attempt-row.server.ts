import { and, eq } from 'drizzle-orm'
import { type AttemptLine, attemptLine } from '#app/attempts/attempt-line.server.ts'
import { attempts } from '#app/attempts/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'

/** One attempt of this person without its paper; null if it is not theirs or there is none. */
export async function ownAttemptRow(
  reads: Pick<Transaction, 'select'>,
  personId: string,
  attemptId: string,
): Promise<AttemptLine | null> {
  const [row] = await reads
    .select(attemptLine)
    .from(attempts)
    .where(and(eq(attempts.id, attemptId), eq(attempts.personId, personId)))
  return row ?? null
}
