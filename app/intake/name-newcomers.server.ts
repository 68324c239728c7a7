import { and, asc, eq, gt } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { gentlePace } from '#app/db/gentle-pace.server.ts'
import { intakeBatches, intakeRows } from '#app/intake/schema.ts'
import { beginningRows, keepBeginningRowsInTx } from '#app/people/keep-beginnings-in-tx.server.ts'
import { openPeopleInTx } from '#app/people/open-people-in-tx.server.ts'
import { people } from '#app/people/schema.ts'
import { countHeldInTx } from '#app/units/memberships/count-in-tx.server.ts'

type Alive = () => Promise<boolean>
type Reads = Pick<typeof db, 'select'>

/**
 * The last part of taking a list in: what its newcomers are found by, for all of them in the order of the index, since as
 * they come each of 220,000 rows would touch a page of its own; then accounts open and heads are counted, in one write. The
 * cursor counts rows: accounts that wait do not change, so whoever goes on after a crash finds the same.
 */
export async function nameNewcomers(batchId: string, alive: Alive, now: Date): Promise<void> {
  const rows = beginningRows(await newcomersOf(batchId))
  const pace = gentlePace({ fewest: 256, most: 8_192 })
  for (;;) {
    const size = pace.size()
    const at = await pace.write(async (tx) => {
      const [batch] = await tx.select().from(intakeBatches).where(eq(intakeBatches.id, batchId))
      if (batch?.state !== 'committing' || batch.phase !== 'name') return null
      const cursor = Math.min(batch.cursor + size, rows.length)
      await keepBeginningRowsInTx(tx, rows.slice(batch.cursor, cursor))
      const isLast = cursor === rows.length
      if (isLast) await openPeopleInTx(tx, madeBy(tx, batchId))
      if (isLast) await countHeldInTx(tx, batchId)
      const change = isLast ? { state: 'committed' as const, phase: null, committedAt: now } : { cursor }
      await tx
        .update(intakeBatches)
        .set({ changedAt: new Date(), ...change })
        .where(eq(intakeBatches.id, batchId))
      return isLast ? null : cursor
    })
    if (at === null) return
    await pace.rest()
    if (!(await alive())) return
  }
}

/** Those whom the list made, some hundred a query. */
async function newcomersOf(batchId: string) {
  const { id, folded, username, sortKey } = people
  const found: Array<{ id: string; folded: string; username: string; sortKey: string }> = []
  for (let after = ''; ; ) {
    const page = await db
      .select({ id, folded, username, sortKey })
      .from(people)
      .innerJoin(intakeRows, eq(intakeRows.personId, people.id))
      .where(and(isMadeBy(batchId), gt(people.id, after)))
      .orderBy(asc(people.id))
      .limit(5_000)
    found.push(...page)
    const last = page.at(-1)
    if (!last || page.length < 5_000) return found
    after = last.id
  }
}

function madeBy(reads: Reads, batchId: string) {
  return reads.select({ personId: intakeRows.personId }).from(intakeRows).where(isMadeBy(batchId))
}

/** Accounts that the list made and that have a place. */
function isMadeBy(batchId: string) {
  const { isMade, outcome } = intakeRows
  return and(eq(intakeRows.batchId, batchId), eq(isMade, true), eq(outcome, 'joined'))
}
