import { eq } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import type { Held } from '#app/units/memberships/held.server.ts'
import { memberships } from '#app/units/schema.ts'

/** Inner step: a membership is over from a day on; on its first day it never was. */
export async function cutInTx(tx: Transaction, held: Held, day: Day, endReason: string): Promise<void> {
  if (held.fromDay >= day) await tx.delete(memberships).where(eq(memberships.id, held.id))
  else await tx.update(memberships).set({ toDay: day, endReason }).where(eq(memberships.id, held.id))
}
