import { and, count, eq } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { ownBatch } from '#app/intake/own-batch.server.ts'
import { intakeRows } from '#app/intake/schema.ts'
import type { Authority } from '#app/people/person.ts'
import { factsOn } from '#app/units/timeline.ts'
import { timelinesOf } from '#app/units/timelines.server.ts'
import { byTypeAndName } from '#app/units/tree/unit-names.ts'

export type ListPlace = { unitId: string; name: string; people: number }

/** How many of a list came into which unit, in the order of units. Null: not there, or not this actor's. */
export async function placesOf(who: Authority, batchId: string, now = new Date()): Promise<ListPlace[] | null> {
  if (!(await ownBatch(who, batchId, now))) return null
  const { unitId, outcome } = intakeRows
  const rows = await db
    .select({ unitId, people: count().mapWith(Number) })
    .from(intakeRows)
    .where(and(eq(intakeRows.batchId, batchId), eq(outcome, 'joined')))
    .groupBy(unitId)
  const timelines = await timelinesOf(
    db,
    rows.flatMap((row) => row.unitId ?? []),
  )
  return rows
    .flatMap(({ unitId: id, people }) => {
      const states = timelines.get(id ?? '') ?? []
      const facts = factsOn(states, dayOf(now)) ?? states.at(-1)
      return id && facts ? [{ unitId: id, people, name: facts.name, type: facts.type }] : []
    })
    .sort(byTypeAndName)
    .map(({ type: _, ...place }) => place)
}
