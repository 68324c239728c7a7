import { and, eq } from 'drizzle-orm'
import { auditLines } from '#app/audit/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'

type Deed = { verb: string; subjectKind: string; subjectId: string }

/** Inner step: whether somebody did this to a subject, ever. Null: the system itself or the command line. */
export async function didInTx(tx: Transaction, actorId: string | null, { verb, subjectKind, subjectId }: Deed) {
  const rows = await tx
    .select({ actorId: auditLines.actorId })
    .from(auditLines)
    .where(and(eq(auditLines.subjectKind, subjectKind), eq(auditLines.subjectId, subjectId), eq(auditLines.verb, verb)))
  return rows.some((line) => line.actorId === actorId)
}
