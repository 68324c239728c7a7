import { and, asc, eq, sql } from 'drizzle-orm'
import { type AttemptLine, attemptLine } from '#app/attempts/attempt-line.server.ts'
import { attempts } from '#app/attempts/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'

type Reads = Pick<Transaction, 'select'>

/** A person's attempts at one exam of an edition, first to last, without their papers. */
export async function attemptsAt(
  reads: Reads,
  personId: string,
  editionId: string,
  exam: string,
): Promise<AttemptLine[]> {
  return readAttempts(reads, { personId, editionId, exam })
}

const readAttempts = statement((reads: Reads) =>
  reads
    .select(attemptLine)
    .from(attempts)
    .where(
      and(
        eq(attempts.personId, sql.placeholder('personId')),
        eq(attempts.editionId, sql.placeholder('editionId')),
        eq(attempts.exam, sql.placeholder('exam')),
      ),
    )
    .orderBy(asc(attempts.number)),
)
