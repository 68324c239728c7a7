import type { Day } from '#app/i18n/day.ts'
import type { StaffCategory } from '#app/units/unit.ts'

export type PeopleAsked = {
  unitId: string
  day: Day
  /** A part of the name, tones or none. */
  words?: string
  /** Only the unit itself, not what stands below it. */
  isDirect?: boolean
  isWaiting?: boolean
  /** What the page before gave as `next`. */
  after?: string | null
}

export type UnitPerson = {
  personId: string
  fullName: string
  birthYear: number | null
  membershipId: string
  unitId: string
  /** As decreed on the day. */
  unitName: string
  position: string
  category: StaffCategory
  fromDay: Day
  /** Chưa phân bổ: waits for a place since this unit was split or dissolved. */
  waitsFromId: string | null
}
export type PeoplePage = { people: UnitPerson[]; next: string | null }
