import { auditInTx } from '#app/audit/audit.server.ts'
import { write } from '#app/db/db.server.ts'
import { changeStateInTx } from '#app/intake/change-state-in-tx.server.ts'
import { ownBatch } from '#app/intake/own-batch.server.ts'
import { type Authority, auditIdOf } from '#app/people/person.ts'
import { reasonOf } from '#app/people/reason.ts'

export type Undoing = { state: 'undoing' } | { problem: 'too-late' | 'reason-needed' }

/**
 * Takes a batch back, finished or not: places given by it are gone, and so are the accounts it made in which nothing was
 * done since. Whoever has done something keeps account and records. Null: not there, or not this actor's.
 */
export function undoBatch(who: Authority, batchId: string, reason: string, now = new Date()): Promise<Undoing | null> {
  const why = reasonOf(reason)
  return write(async (tx) => {
    const batch = await ownBatch(who, batchId, now, tx)
    if (!batch) return null
    if (batch.state === 'undoing' || batch.state === 'undone') return { state: 'undoing' as const }
    if (why === '') return { problem: 'reason-needed' as const }
    const change = { state: 'undoing' as const, problem: null }
    if (!(await changeStateInTx(tx, batchId, ['committing', 'committed'], change, now)))
      return { problem: 'too-late' as const }
    const line = { verb: 'intake.undo', subjectKind: 'batch', subjectId: batchId, reason: why }
    await auditInTx(tx, auditIdOf(who), { ...line, before: { state: batch.state, unitId: batch.unitId } })
    return { state: 'undoing' as const }
  })
}
