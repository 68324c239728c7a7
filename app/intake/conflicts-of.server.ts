import { db } from '#app/db/db.server.ts'
import { conflictKinds, type KindTold, kindOf } from '#app/intake/conflict-kinds.ts'
import { conflictsIn } from '#app/intake/conflicts-in.server.ts'
import { ownBatch } from '#app/intake/own-batch.server.ts'
import type { Authority } from '#app/people/person.ts'

/** The rows of a batch in conflict, counted by kind; kinds without rows are left out. Null: not there, or not theirs. */
export async function conflictsOf(who: Authority, batchId: string, now = new Date()): Promise<KindTold[] | null> {
  if (!(await ownBatch(who, batchId, now))) return null
  const { rows, fitting } = await conflictsIn(db, batchId)
  const told = new Map(conflictKinds.map((kind) => [kind, { ...none, kind }]))
  for (const row of rows) {
    const sum = told.get(kindOf(row) ?? 'elsewhere')
    if (!sum) continue
    sum[row.decision ?? 'undecided']++
    if (fitting.has(row.row)) sum.fitOne++
  }
  return [...told.values()].filter((sum) => sum.undecided + sum.same + sum.new + sum.leave > 0)
}

const none = { undecided: 0, fitOne: 0, same: 0, new: 0, leave: 0 }
