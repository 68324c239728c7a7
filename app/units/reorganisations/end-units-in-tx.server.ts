import { and, gt, gte, inArray } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { inChunks } from '#app/units/in-chunks.ts'
import { roleHoldings, unitSites, unitStates } from '#app/units/schema.ts'

/** Inner step: units stand no longer from a day on, and whoever answered for them does so no longer. */
export async function endUnitsInTx(tx: Transaction, unitIds: readonly string[], day: Day): Promise<void> {
  for (const chunk of inChunks(unitIds)) {
    for (const table of [unitStates, roleHoldings, unitSites] as const)
      await tx.delete(table).where(and(inArray(table.unitId, chunk), gte(table.fromDay, day)))
    for (const table of [unitStates, roleHoldings, unitSites] as const)
      await tx
        .update(table)
        .set({ toDay: day })
        .where(and(inArray(table.unitId, chunk), gt(table.toDay, day)))
  }
}
