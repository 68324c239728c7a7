import { desc, eq } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Batch } from '#app/intake/own-batch.server.ts'
import { intakeBatches } from '#app/intake/schema.ts'
import type { Authority } from '#app/people/person.ts'
import { mayActFor } from '#app/units/sight/may-act-for.server.ts'

/** The lists sent in for a unit, the latest first. Null: not this actor's to see. */
export async function batchesOf(who: Authority, unitId: string, now = new Date()): Promise<Batch[] | null> {
  if (!(await mayActFor(db, who, [unitId], now))) return null
  return db
    .select()
    .from(intakeBatches)
    .where(eq(intakeBatches.unitId, unitId))
    .orderBy(desc(intakeBatches.createdAt), desc(intakeBatches.id))
    .limit(100)
}
