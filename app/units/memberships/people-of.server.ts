import type { Day } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { peoplePage } from '#app/units/memberships/people-page.server.ts'
import type { PeopleAsked, PeoplePage } from '#app/units/memberships/unit-person.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { sightOfUnit } from '#app/units/sight/sight-of.server.ts'

/**
 * Who belonged to a unit and all below it on a day, in the order of Vietnamese lists, 50 a page: whoever is in two of
 * the units stands there twice. Of a past day only those are named whom the viewer sees today. Null: not this viewer's.
 */
export async function peopleOf(
  viewer: Authority,
  asked: PeopleAsked,
  today: Day = asked.day,
): Promise<PeoplePage | null> {
  const scope = await seenBy(viewer, today)
  return (await sightOfUnit({ ...scope, day: asked.day }, asked.unitId)) && peoplePage(scope, asked)
}
