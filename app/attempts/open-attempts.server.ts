import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import { attempts } from '#app/attempts/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'

export type TimedAttempt = { id: string; personId: string; editionId: string; openedAt: Date; deadlineAt: Date | null }

/** Inner step: open attempts with a deadline, of one person or of all, whose deadline lies after a moment. */
export async function openTimedAttempts(
  reads: Pick<Transaction, 'select'>,
  { personId, after }: { personId?: string; after: Date },
): Promise<TimedAttempt[]> {
  return reads
    .select({
      id: attempts.id,
      personId: attempts.personId,
      editionId: attempts.editionId,
      openedAt: attempts.openedAt,
      deadlineAt: attempts.deadlineAt,
    })
    .from(attempts)
    .where(
      and(
        isNull(attempts.closedAt),
        isNotNull(attempts.deadlineAt),
        gt(attempts.deadlineAt, after),
        personId ? eq(attempts.personId, personId) : undefined,
      ),
    )
}
