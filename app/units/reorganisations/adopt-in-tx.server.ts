import type { Transaction } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import type { Plan } from '#app/units/reorganisations/plan.ts'
import { replaceStatesInTx } from '#app/units/reorganisations/replace-states-in-tx.server.ts'
import { adoptedFrom } from '#app/units/timeline.ts'
import { timelinesOf } from '#app/units/timelines.server.ts'
import { childrenFrom } from '#app/units/tree/children-from.server.ts'

/** Inner step: what stood below a unit comes under another from a day on. Returns the units that did. */
export async function adoptInTx(tx: Transaction, adopted: Plan['adopted'], day: Day): Promise<string[]> {
  const done: string[] = []
  for (const { from, to, only } of adopted) {
    const children = (await childrenFrom(tx, from, day)).filter((unitId) => only?.includes(unitId) ?? true)
    const timelines = await timelinesOf(tx, children)
    // one by one: what stands directly below a unit is a hundred at most, and each has a history of its own
    for (const [unitId, states] of timelines) await replaceStatesInTx(tx, unitId, adoptedFrom(states, day, from, to))
    done.push(...children)
  }
  return done
}
