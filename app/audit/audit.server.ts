import { auditLines } from '#app/audit/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'

export type AuditLine = {
  /** room.deed, as 'people.set-role'. */
  verb: string
  subjectKind: string
  subjectId: string
  before?: unknown
  after?: unknown
  reason?: string
}

/**
 * Writes who did what in the same write as the deed. Null: the system itself or the command line.
 * Lines outlive the person, so they hold ids, roles and codes, never contacts; a name or year of birth only where it was
 * mended, and only until the account is closed (forget-names-in-tx.server.ts).
 */
export async function auditInTx(tx: Transaction, actorId: string | null, line: AuditLine): Promise<void> {
  await tx.insert(auditLines).values({ at: new Date(), actorId, ...line })
}
