import type { Day } from '#app/i18n/day.ts'
import type { Period } from '#app/units/period.ts'
import type { StaffCategory } from '#app/units/unit.ts'

/** A certificate of ours. Days are Vietnamese; hours are half tiết. */
export type PaperFact = {
  id: string
  courseCode: string
  /** The title without tone marks, by which learning elsewhere is known to be the same. */
  folded: string
  category: string
  halfHours: number
  completedDay: Day
  issuedDay: Day
  /** The first day on which it counts no more, revoked or replaced by a later one; null: it counts. */
  untilDay: Day | null
}

/** Learning elsewhere. It is provisional from when it was added until it was decided about. */
export type CreditFact = {
  id: string
  folded: string
  category: string
  halfHours: number
  completedDay: Day
  addedDay: Day
  /** Number of the paper, folded; '' if none was told. */
  paper: string
  evidenceHash: string
  confirmedDay: Day | null
  refusedDay: Day | null
  revokedDay: Day | null
}

/** Less or more than the rule asks; the newest of a year holds, from the day it was made. */
export type OverrideFact = {
  id: string
  year: number
  halfHours: number
  reason: string
  approver: string
  documentNumber: string | null
  at: Date
  madeDay: Day
}

/** By which category a person was counted, from day to day. */
export type PlaceFact = Period & { category: StaffCategory }

/** All of a person that their hours are told by, accounts that were folded into theirs included. */
export type HourFacts = {
  papers: PaperFact[]
  credits: CreditFact[]
  overrides: OverrideFact[]
  places: PlaceFact[]
}
