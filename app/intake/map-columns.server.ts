import { write } from '#app/db/db.server.ts'
import { changeStateInTx } from '#app/intake/change-state-in-tx.server.ts'
import { ownBatch } from '#app/intake/own-batch.server.ts'
import type { Choices } from '#app/intake/sheet/columns.ts'
import type { Authority } from '#app/people/person.ts'

/** Reads the list again with the columns as somebody says they are, or another sheet. Null: not there, or not theirs. */
export function mapColumns(
  who: Authority,
  batchId: string,
  { choices, sheet }: { choices: Choices; sheet?: string },
  now = new Date(),
): Promise<{ state: 'uploaded' } | { problem: 'too-late' } | null> {
  return write(async (tx) => {
    const batch = await ownBatch(who, batchId, now, tx)
    if (!batch) return null
    const change = { state: 'uploaded' as const, choices, sheet: sheet ?? batch.sheet, problem: null }
    const changed = await changeStateInTx(tx, batchId, ['understood', 'checked', 'failed'], change, now)
    return changed ? { state: 'uploaded' as const } : { problem: 'too-late' as const }
  })
}
