import type { Day } from '#app/i18n/day.ts'
import type { Facts, UnitType } from '#app/units/unit.ts'

export const reorganisationKinds = ['establish', 'merge', 'split', 'rename', 'move', 'dissolve', 'change-type'] as const
export type ReorganisationKind = (typeof reorganisationKinds)[number]

/** What every reorganisation rests on. Number and day may be empty for light units (classes, teams) alone. */
export type Decision = {
  number: string
  day: Day | ''
  /** The first day of the new order: past, today or to come. */
  effectiveDay: Day
  note?: string
}

export type NewUnit = Omit<Facts, 'code'> & { code?: string | null; aliases?: string[] }

/** A unit that stands on the effective day, or one that this decision makes. */
export type Target = { unitId: string } | { make: NewUnit }

export type Establish = { decision: Decision; unit: NewUnit }
export type Merge = { decision: Decision; unitIds: string[]; into: Target }
export type Split = {
  decision: Decision
  unitId: string
  into: Target[]
  /** Who goes where: `to` is a place in `into`. Who is in no list waits above, or stays where the unit stays. */
  people: Array<{ personId: string; to: number }>
  /** What stood under the unit, and where it goes; none may be left out unless the unit stays. */
  children?: Array<{ unitId: string; to: number }>
  /** A part is carved out; the unit itself lives on. */
  stays?: boolean
}
export type Rename = { decision: Decision; unitId: string; name: string; code?: string | null; aliases?: string[] }
export type Move = { decision: Decision; unitId: string; parentId: string | null }
/** Without a successor its people wait above. */
export type Dissolve = { decision: Decision; unitId: string; successorId: string | null }
export type ChangeType = { decision: Decision; unitId: string; type: UnitType; name?: string; code?: string | null }

const unitProblems = [
  'decision-number',
  'decision-day',
  'effective-day',
  'name-empty',
  'name-long',
  'code-wrong',
  'code-taken',
  'name-taken',
  'unknown-unit',
  'not-alive',
  'later-event',
  'parent-not-alive',
  'successor-not-alive',
  'into-itself',
  'too-few',
  'twice',
  'cycle',
  'open-children',
  'nothing-above',
  'nothing-changes',
  'person-not-there',
  'person-twice',
  'person-place',
  'built-upon',
  'no-trace',
] as const
export type UnitProblem = (typeof unitProblems)[number]

/** Why a decision cannot be carried out; the unit or person it is about, where it is about one. */
export type Problem = { problem: UnitProblem; unitId?: string; personId?: string }
export type Refused = { problems: Problem[] }

export type CarriedOut = { reorganisationId: string; made: string[] }

/** What a decision would change, before anything is written. */
export type Preview = {
  begins: Facts[]
  ends: Array<{ unitId: string; name: string }>
  changes: Array<{ unitId: string; before: Facts; after: Facts }>
  /** Units that come under another because what stood above them ends. */
  follow: Array<{ unitId: string; name: string }>
  people: Array<{ from: string; to: string; count: number; isWaiting: boolean }>
  /** Who belonged to more than one of the units that become one: counted once from then on. */
  doubled: number
  /** Roles that end with their unit. */
  rolesEnding: number
}
