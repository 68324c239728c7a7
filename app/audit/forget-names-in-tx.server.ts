import { and, eq, inArray } from 'drizzle-orm'
import { auditLines } from '#app/audit/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'

/** The lines that tell who somebody is; all others hold ids, roles and codes alone. */
const telling = ['people.mend-name', 'people.mend-birth-year']

/** Inner step: when an account is closed, that its name was mended stays, with who, when and why; the names go. */
export async function forgetNamesInTx(tx: Transaction, personId: string): Promise<void> {
  await tx
    .update(auditLines)
    .set({ before: null, after: null })
    .where(
      and(eq(auditLines.subjectKind, 'person'), eq(auditLines.subjectId, personId), inArray(auditLines.verb, telling)),
    )
}
