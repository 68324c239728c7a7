import type { Day } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import type { PeopleAsked } from '#app/units/memberships/unit-person.ts'
import { unitPage } from '#app/units/tree/unit-page.server.ts'

/** Whom the page of a unit names on a day; null when this viewer is shown none of its people. */
export async function peopleOf(viewer: Authority, asked: PeopleAsked, today: Day = asked.day) {
  return (await unitPage(viewer, asked, today))?.page ?? null
}

/** How many people the page of a unit counts on a day; null when it tells this viewer nothing of them. */
export async function headcountOf(viewer: Authority, unitId: string, day: Day, today: Day = day) {
  return (await unitPage(viewer, { unitId, day }, today))?.total ?? null
}
