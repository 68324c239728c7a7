import { db } from '#app/db/db.server.ts'
import { type Authority, mayAdminister } from '#app/people/person.ts'
import { withdrawable } from '#app/units/reorganisations/withdrawal/withdraw.server.ts'
import { lightTypes, type UnitType } from '#app/units/unit.ts'

type Told = { states: ReadonlyArray<{ type: UnitType }>; history: ReadonlyArray<{ id: string }> }

/**
 * Whether somebody may take back the newest decision about a unit, as `withdraw` decides. Of units that are no classes or
 * teams only administrators may: their decisions, which may be large, are not read for it.
 */
export async function mayWithdraw(who: Authority, { states, history }: Told, now = new Date()): Promise<boolean> {
  const [newest] = history
  if (!newest) return false
  if (mayAdminister(who)) return true
  if (!states.every(({ type }) => lightTypes.includes(type))) return false
  return (await withdrawable(db, who, newest.id, now)) !== null
}
