import type { Day } from '#app/i18n/day.ts'
import type { StaffCategory } from '#app/units/unit.ts'

export type NewMembership = {
  personId: string
  unitId: string
  fromDay: Day
  /** The first day on which it is over; without one it has no end. */
  toDay?: Day
  position: string
  category: StaffCategory
  /** To be counted here from then on. Without a word: when the person has no other unit to be counted by. */
  isMain?: boolean
  reason?: string
  batchId?: string
}

const membershipProblems = [
  'day-wrong',
  'days-turned',
  'reason-needed',
  'unknown-person',
  'unknown-unit',
  'unit-not-alive',
  'overlap',
  'not-there-then',
  'same-unit',
  'role-held',
] as const
export type MembershipProblem = (typeof membershipProblems)[number]
