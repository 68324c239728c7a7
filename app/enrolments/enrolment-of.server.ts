import { and, desc, eq, sql } from 'drizzle-orm'
import { editions } from '#app/courses/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'
import { enrolments } from '#app/enrolments/schema.ts'

type Reads = Pick<Transaction, 'select'>

export type Enrolment = { id: string; editionId: string; startedAt: Date; completedAt: Date | null }

/** The enrolment that counts for a person in a course: the newest unfinished one, else the newest finished one. */
export async function enrolmentOf(reads: Reads, personId: string, courseId: string): Promise<Enrolment | null> {
  const rows = await readEnrolments(reads, { personId, courseId })
  return rows.find((row) => row.completedAt === null) ?? rows[0] ?? null
}

const readEnrolments = statement((reads: Reads) =>
  reads
    .select({
      id: enrolments.id,
      editionId: enrolments.editionId,
      startedAt: enrolments.startedAt,
      completedAt: enrolments.completedAt,
    })
    .from(enrolments)
    .innerJoin(editions, eq(editions.id, enrolments.editionId))
    .where(
      and(eq(enrolments.courseId, sql.placeholder('courseId')), eq(enrolments.personId, sql.placeholder('personId'))),
    )
    .orderBy(desc(editions.number)),
)
