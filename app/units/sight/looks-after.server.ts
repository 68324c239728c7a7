import { db } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { sightOf } from '#app/units/sight/sight-of.server.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/**
 * Since when somebody sees a person's marks, hours and papers, as of this moment; `from` null: all of them. Null: none, as
 * an enterprise, which sees bands alone.
 */
export async function recordSeen(viewer: Authority, personId: string, now = new Date(), reads: Reads = db) {
  const seen = await sightOf(await seenBy(viewer, dayOf(now), reads), personId, reads)
  return seen === null || seen.sight === 'band' ? null : { from: seen.historyFrom }
}

/** Whether somebody may decide about a person's exams at this moment: who manages or trains their unit, and administrators. */
export async function looksAfter(manager: Authority, personId: string, now = new Date(), reads: Reads = db) {
  const seen = await sightOf(await seenBy(manager, dayOf(now), reads), personId, reads)
  return seen?.mayAct === true && seen.sight !== 'band'
}
