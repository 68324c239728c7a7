import { and, gt, gte, inArray } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { cutInTx } from '#app/units/memberships/cut-in-tx.server.ts'
import { heldColumns } from '#app/units/memberships/held.server.ts'
import { settleMainsInTx } from '#app/units/memberships/settle-mains-in-tx.server.ts'
import { memberships, roleHoldings } from '#app/units/schema.ts'

/** Inner step: from a day on these people belong to no unit and hold no role; what was to begin later never does. */
export async function endPlacesInTx(tx: Transaction, personIds: readonly string[], day: Day): Promise<void> {
  const these = [...personIds]
  const places = await tx
    .select(heldColumns)
    .from(memberships)
    .where(and(inArray(memberships.personId, these), gt(memberships.toDay, day)))
  // one by one: a person has one place or two, and each is cut as it stands
  for (const place of places) await cutInTx(tx, place, day, '')
  await settleMainsInTx(tx, these)
  const theirs = and(inArray(roleHoldings.personId, these), gt(roleHoldings.toDay, day))
  await tx.delete(roleHoldings).where(and(theirs, gte(roleHoldings.fromDay, day)))
  await tx.update(roleHoldings).set({ toDay: day }).where(theirs)
}
