import type { Transaction } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { fold } from '#app/i18n/fold.ts'
import { tidyName } from '#app/people/name.ts'
import type { Plan } from '#app/units/reorganisations/plan.ts'
import { unitAliases, unitStates, units } from '#app/units/schema.ts'
import { never } from '#app/units/unit.ts'

/** Inner step: units that begin on a day. Their lines are drawn afterwards. */
export async function makeUnitsInTx(tx: Transaction, made: Plan['made'], day: Day, now: Date): Promise<void> {
  for (const { unitId, facts, aliases } of made) {
    await tx.insert(units).values({ id: unitId, createdAt: now })
    await tx.insert(unitStates).values({ unitId, ...facts, folded: fold(facts.name), fromDay: day, toDay: never })
    await nameInTx(tx, unitId, aliases)
  }
}

/** Inner step: other names to be found by; giving one twice is giving it once. */
export async function nameInTx(tx: Transaction, unitId: string, aliases: readonly string[]): Promise<void> {
  for (const text of aliases.map(tidyName)) {
    if (text === '') continue
    await tx
      .insert(unitAliases)
      .values({ unitId, text, folded: fold(text) })
      .onConflictDoNothing()
  }
}
