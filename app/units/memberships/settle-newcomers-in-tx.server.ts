import type { Transaction } from '#app/db/db.server.ts'
import { rowsStatement } from '#app/db/rows-statement.server.ts'
import { changedInTx } from '#app/people/changed-in-tx.server.ts'
import { countInTx, holdInTx } from '#app/units/memberships/count-in-tx.server.ts'
import { changesOf } from '#app/units/memberships/headcount.ts'
import { mainMemberships, type memberships } from '#app/units/schema.ts'

type First = Pick<typeof memberships.$inferSelect, 'id' | 'personId' | 'unitId' | 'fromDay' | 'toDay' | 'category'>

/**
 * Inner step: what `settleMainsInTx` does, of people whose only membership this is: it is the one they are counted by, and
 * nothing is looked up.
 */
export async function settleNewcomersInTx(
  tx: Transaction,
  rows: readonly First[],
  heldFor: string | null = null,
): Promise<void> {
  const mains = rows.map(({ id, personId, unitId, fromDay, toDay, category }) => {
    return { personId, fromDay, toDay, unitId, membershipId: id, category, isWaiting: false }
  })
  await insertMains(tx, mains)
  await changedInTx(
    tx,
    mains.map(({ personId }) => personId),
  )
  const changes = changesOf([], mains)
  await (heldFor === null ? countInTx(tx, changes) : holdInTx(tx, heldFor, changes))
}

const insertMains = rowsStatement(
  mainMemberships,
  ['personId', 'fromDay', 'toDay', 'unitId', 'membershipId', 'category', 'isWaiting'],
  (tx, rows) => tx.insert(mainMemberships).values(rows),
)
