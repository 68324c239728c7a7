import { db } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { namedStill } from '#app/requirements/asking/named-still.server.ts'
import { ownDraft } from '#app/requirements/asking/own-requirement.server.ts'
import { peopleAsked } from '#app/requirements/asking/people-asked.server.ts'
import { emptyTally, withPeople } from '#app/requirements/asking/tally.ts'
import { factsOn } from '#app/units/timeline.ts'
import { timelinesOf } from '#app/units/timelines.server.ts'
import { byTypeAndName } from '#app/units/tree/unit-names.ts'
import { type StaffCategory, staffCategories } from '#app/units/unit.ts'

export type Preview = {
  day: Day
  people: number
  done: number
  unreachable: number
  /** Units directly below the one that asks, in the order of lists. */
  units: Array<{ unitId: string; name: string; people: number }>
  /** Counted by the unit itself, and by units elsewhere or by none. */
  own: number
  elsewhere: number
  categories: Array<{ category: StaffCategory; people: number }>
  /** Up to ten, in Vietnamese order. */
  names: string[]
}

/** Whom a draft would ask if it were published today. Null: no draft of this actor's. */
export async function previewRequirement(
  who: Authority,
  requirementId: string,
  now = new Date(),
): Promise<Preview | null> {
  const draft = await ownDraft(db, who, requirementId, now)
  if (!draft) return null
  const day = dayOf(now)
  let tally = emptyTally()
  const asking = { requirement: draft, named: await namedStill(db, who, requirementId, now) }
  for await (const people of peopleAsked(db, asking, day)) tally = withPeople(tally, people)
  const { people, done, unreachable, units, categories, first } = tally
  return {
    ...{ day, people, done, unreachable },
    units: await named(units, draft.unitId, day),
    own: units.get(draft.unitId) ?? 0,
    elsewhere: units.get(null) ?? 0,
    categories: staffCategories.flatMap((category) => {
      const count = categories.get(category)
      return count === undefined ? [] : [{ category, people: count }]
    }),
    names: first.map(({ fullName }) => fullName),
  }
}

async function named(counts: ReadonlyMap<string | null, number>, ownId: string, day: Day): Promise<Preview['units']> {
  const unitIds = [...counts.keys()].filter((unitId) => unitId !== null).filter((unitId) => unitId !== ownId)
  const timelines = await timelinesOf(db, unitIds)
  return unitIds
    .flatMap((unitId) => factsOn(timelines.get(unitId) ?? [], day) ?? [])
    .sort(byTypeAndName)
    .map(({ unitId, name }) => ({ unitId, name, people: counts.get(unitId) ?? 0 }))
}
