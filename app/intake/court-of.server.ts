import { eq } from 'drizzle-orm'
import { dayOf, yearOf } from '#app/i18n/day.ts'
import type { Court } from '#app/intake/judge-rows.server.ts'
import type { Batch } from '#app/intake/own-batch.server.ts'
import { unitFinder } from '#app/intake/unit-finder.server.ts'
import type { Authority } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { mayActFor } from '#app/units/sight/may-act-for.server.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/** By whose rights and on which day a batch is judged: those of whoever sent it, now. Null: it is no longer theirs. */
export async function courtOf(reads: Reads, batch: Batch, now: Date): Promise<Court | null> {
  const who = await makerOf(reads, batch.madeBy)
  if (!who || !(await mayActFor(reads, who, [batch.unitId], now))) return null
  const { isEverything } = await seenBy(who, dayOf(now), reads)
  const { unitId, fromDay } = batch
  const unitNamed = await unitFinder(reads, batch)
  return { reach: { unitId, fromDay, isEverything }, unitNamed, thisYear: yearOf(now) }
}

async function makerOf(reads: Reads, madeBy: string | null): Promise<Authority | null> {
  if (madeBy === null) return 'command-line'
  const [person] = await reads
    .select({ id: people.id, role: people.role, closedAt: people.closedAt })
    .from(people)
    .where(eq(people.id, madeBy))
  return person && person.closedAt === null ? { id: person.id, role: person.role } : null
}
