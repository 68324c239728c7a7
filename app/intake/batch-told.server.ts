import { eq } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { ownBatch } from '#app/intake/own-batch.server.ts'
import type { Authority } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { unitActedFor } from '#app/units/sight/unit-acted-for.server.ts'

/** A batch with the name of its unit and of who sent it (null: the command line). Null: not there, or not this actor's. */
export async function batchTold(who: Authority, batchId: string, now = new Date()) {
  const batch = await ownBatch(who, batchId, now)
  const unit = batch && (await unitActedFor(who, batch.unitId, now))
  if (!batch || !unit) return null
  const [maker] = await db
    .select({ fullName: people.fullName })
    .from(people)
    .where(eq(people.id, batch.madeBy ?? ''))
  return { ...batch, unitName: unit.name, by: maker?.fullName ?? null }
}

export type ToldBatch = NonNullable<Awaited<ReturnType<typeof batchTold>>>
