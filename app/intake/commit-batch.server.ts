import { auditInTx } from '#app/audit/audit.server.ts'
import { write } from '#app/db/db.server.ts'
import { changeStateInTx } from '#app/intake/change-state-in-tx.server.ts'
import { decidedIn } from '#app/intake/decided-in.server.ts'
import { ownBatch } from '#app/intake/own-batch.server.ts'
import { type Authority, auditIdOf } from '#app/people/person.ts'

export type Committing = { state: 'committing' } | { problem: 'too-late' } | { problem: 'undecided'; rows: number }

/**
 * Takes in what the dry run found: who is new gets an account, everybody a place in their unit. A worker does it. Rows
 * in conflict must be decided, unless they are to be left out. Null: not there, or not this actor's.
 */
export function commitBatch(
  who: Authority,
  batchId: string,
  { leaveUndecided = false } = {},
  now = new Date(),
): Promise<Committing | null> {
  return write(async (tx) => {
    const batch = await ownBatch(who, batchId, now, tx)
    if (!batch) return null
    if (batch.state === 'committing' || batch.state === 'committed') return { state: 'committing' as const }
    const rows = leaveUndecided ? 0 : (await decidedIn(tx, batchId)).undecided
    if (rows > 0) return { problem: 'undecided' as const, rows }
    const change = { state: 'committing' as const, problem: null }
    if (!(await changeStateInTx(tx, batchId, ['checked'], change, now))) return { problem: 'too-late' as const }
    const { unitId, counts } = batch
    const after = { unitId, ...counts.verdicts }
    await auditInTx(tx, auditIdOf(who), { verb: 'intake.commit', subjectKind: 'batch', subjectId: batchId, after })
    return { state: 'committing' as const }
  })
}
