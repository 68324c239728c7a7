import { auditInTx } from '#app/audit/audit.server.ts'
import { write } from '#app/db/db.server.ts'
import { removeFile } from '#app/intake/batch-file.server.ts'
import { changeStateInTx } from '#app/intake/change-state-in-tx.server.ts'
import { ownBatch } from '#app/intake/own-batch.server.ts'
import { type Authority, auditIdOf } from '#app/people/person.ts'

/** Calls a batch off before anything of it was taken in; its file is gone. Null: not there, or not this actor's. */
export async function cancelBatch(
  who: Authority,
  batchId: string,
  now = new Date(),
): Promise<{ state: 'cancelled' } | { problem: 'too-late' } | null> {
  const outcome = await write(async (tx) => {
    if (!(await ownBatch(who, batchId, now, tx))) return null
    const before = ['uploaded', 'understood', 'checking', 'checked', 'failed'] as const
    const change = { state: 'cancelled' as const, fileRemovedAt: now }
    if (!(await changeStateInTx(tx, batchId, before, change, now))) return { problem: 'too-late' as const }
    await auditInTx(tx, auditIdOf(who), { verb: 'intake.cancel', subjectKind: 'batch', subjectId: batchId })
    return { state: 'cancelled' as const }
  })
  if (outcome && 'state' in outcome) await removeFile(batchId)
  return outcome
}
