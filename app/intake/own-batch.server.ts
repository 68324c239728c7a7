import { eq } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { intakeBatches } from '#app/intake/schema.ts'
import type { Authority } from '#app/people/person.ts'
import { mayActFor } from '#app/units/sight/may-act-for.server.ts'
import type { Reads } from '#app/units/timelines.server.ts'

export type Batch = typeof intakeBatches.$inferSelect

/** A batch, for whoever acts for its unit at this moment. Null: not there, or not this actor's. */
export async function ownBatch(who: Authority, batchId: string, now = new Date(), reads: Reads = db) {
  const [batch] = await reads.select().from(intakeBatches).where(eq(intakeBatches.id, batchId))
  if (!batch || !(await mayActFor(reads, who, [batch.unitId], now))) return null
  return batch
}
