import { and, asc, eq } from 'drizzle-orm'
import { attempts } from '#app/attempts/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'

export type AttemptLine = {
  id: string
  number: number
  openedAt: Date
  deadlineAt: Date | null
  submittedAt: Date | null
  closedAt: Date | null
  credit: number | null
  isPassed: boolean | null
}

/** A person's attempts at one exam of an edition, first to last, without their papers. */
export async function attemptsAt(
  reads: Pick<Transaction, 'select'>,
  personId: string,
  editionId: string,
  exam: string,
): Promise<AttemptLine[]> {
  return reads
    .select({
      id: attempts.id,
      number: attempts.number,
      openedAt: attempts.openedAt,
      deadlineAt: attempts.deadlineAt,
      submittedAt: attempts.submittedAt,
      closedAt: attempts.closedAt,
      credit: attempts.credit,
      isPassed: attempts.isPassed,
    })
    .from(attempts)
    .where(and(eq(attempts.personId, personId), eq(attempts.editionId, editionId), eq(attempts.exam, exam)))
    .orderBy(asc(attempts.number))
}
