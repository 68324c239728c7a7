import { and, asc, eq } from 'drizzle-orm'
import { auditLines } from '#app/audit/schema.ts'
import { db } from '#app/db/db.server.ts'

/** What was done to a subject, oldest first. Decides no permission: the verb that asks has done so. */
export function auditLinesAbout(subjectKind: string, subjectId: string) {
  return db
    .select()
    .from(auditLines)
    .where(and(eq(auditLines.subjectKind, subjectKind), eq(auditLines.subjectId, subjectId)))
    .orderBy(asc(auditLines.id))
}
