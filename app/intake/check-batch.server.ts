import { write } from '#app/db/db.server.ts'
import { changeStateInTx } from '#app/intake/change-state-in-tx.server.ts'
import { ownBatch } from '#app/intake/own-batch.server.ts'
import type { Authority } from '#app/people/person.ts'

/** The dry run: asks what would become of each row. Nothing else is written. Null: not there, or not this actor's. */
export function checkBatch(
  who: Authority,
  batchId: string,
  now = new Date(),
): Promise<{ state: 'checking' } | { problem: 'too-late' } | null> {
  return write(async (tx) => {
    if (!(await ownBatch(who, batchId, now, tx))) return null
    const change = { state: 'checking' as const, problem: null }
    const changed = await changeStateInTx(tx, batchId, ['understood', 'checked'], change, now)
    return changed ? { state: 'checking' as const } : { problem: 'too-late' as const }
  })
}
