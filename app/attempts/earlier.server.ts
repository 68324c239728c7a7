import { and, asc, eq } from 'drizzle-orm'
import { type AttemptLine, attemptLine } from '#app/attempts/attempt-line.server.ts'
import { attempts } from '#app/attempts/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'

/** A person's attempts at one exam of an edition, first to last, without their papers. */
export async function attemptsAt(
  reads: Pick<Transaction, 'select'>,
  personId: string,
  editionId: string,
  exam: string,
): Promise<AttemptLine[]> {
  return reads
    .select(attemptLine)
    .from(attempts)
    .where(and(eq(attempts.personId, personId), eq(attempts.editionId, editionId), eq(attempts.exam, exam)))
    .orderBy(asc(attempts.number))
}
