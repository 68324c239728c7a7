import type { AuditLine } from '#app/audit/audit.server.ts'
import { auditLines } from '#app/audit/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'

/** Inner step: as auditInTx, of one deed done to many; at most some hundred lines. */
export async function auditAllInTx(tx: Transaction, actorId: string | null, lines: readonly AuditLine[], at: Date) {
  if (lines.length > 0) await tx.insert(auditLines).values(lines.map((line) => ({ at, actorId, ...line })))
}
