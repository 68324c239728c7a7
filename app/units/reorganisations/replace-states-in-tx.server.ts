import { eq } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { fold } from '#app/i18n/fold.ts'
import { unitStates } from '#app/units/schema.ts'
import type { State } from '#app/units/unit.ts'

/** Inner step: a unit's states are these from now on. They are few, so all are written anew. */
export async function replaceStatesInTx(tx: Transaction, unitId: string, states: readonly State[]): Promise<void> {
  await tx.delete(unitStates).where(eq(unitStates.unitId, unitId))
  if (states.length === 0) return
  await tx.insert(unitStates).values(states.map((state) => ({ ...state, folded: fold(state.name) })))
}
