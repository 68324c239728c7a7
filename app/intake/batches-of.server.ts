import { desc, eq } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { intakeBatches } from '#app/intake/schema.ts'
import type { Authority } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { mayActFor } from '#app/units/sight/may-act-for.server.ts'

/** The lists sent in for a unit, the latest first, each with the name of who sent it. Null: not this actor's to see. */
export async function batchesOf(who: Authority, unitId: string, now = new Date()) {
  if (!(await mayActFor(db, who, [unitId], now))) return null
  const { id, fileName, state, createdAt, counts } = intakeBatches
  return db
    .select({ id, fileName, state, createdAt, counts, by: people.fullName })
    .from(intakeBatches)
    .leftJoin(people, eq(people.id, intakeBatches.madeBy))
    .where(eq(intakeBatches.unitId, unitId))
    .orderBy(desc(createdAt), desc(id))
    .limit(100)
}
