import type { Transaction } from '#app/db/db.server.ts'
import { rowsStatement } from '#app/db/rows-statement.server.ts'
import { holdInTx } from '#app/units/memberships/count-in-tx.server.ts'
import { changesOf } from '#app/units/memberships/headcount.ts'
import { insertSortedInTx } from '#app/units/memberships/insert-memberships-in-tx.server.ts'
import { mainMemberships, type memberships } from '#app/units/schema.ts'

/**
 * Inner step: the first places of people whom an import makes. They have no other, so nothing is looked up: it is the one
 * they are counted by, when the import is through (`countHeldInTx`); and nothing is asked of them before they open, which
 * is when the keeper of standings is told (`openPeopleInTx`). Whoever asks has seen that the units stand.
 */
export async function placeNewcomersInTx(
  tx: Transaction,
  places: ReadonlyArray<typeof memberships.$inferSelect>,
  batchId: string,
): Promise<void> {
  const mains = places.map(({ id, personId, unitId, fromDay, toDay, category }) => {
    return { personId, fromDay, toDay, unitId, membershipId: id, category, isWaiting: false }
  })
  await insertSortedInTx(tx, places)
  await insertMains(tx, mains)
  await holdInTx(tx, batchId, changesOf([], mains))
}

const insertMains = rowsStatement(mainMemberships, 'all', (tx, rows) => tx.insert(mainMemberships).values(rows))
