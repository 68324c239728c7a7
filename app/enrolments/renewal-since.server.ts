import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'
import { renewals } from '#app/enrolments/schema.ts'

type Reads = Pick<Transaction, 'select'>

/** Since when a person is to pass a course again. Null: they need not. One query. */
export async function renewalSince(reads: Reads, personId: string, courseId: string): Promise<Date | null> {
  const [open] = await readOpen(reads, { personId, courseId })
  return open?.openedAt ?? null
}

const readOpen = statement((reads: Reads) =>
  reads
    .select({ openedAt: renewals.openedAt })
    .from(renewals)
    .where(
      and(
        eq(renewals.personId, sql.placeholder('personId')),
        eq(renewals.courseId, sql.placeholder('courseId')),
        isNull(renewals.completedAt),
      ),
    ),
)
