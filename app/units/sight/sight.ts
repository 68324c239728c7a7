import type { Day } from '#app/i18n/day.ts'
import type { UnitRole } from '#app/units/unit.ts'

/**
 * How much of a person's learning somebody sees: `band`, completion and score band (what an enterprise may know of its
 * workers, domain.md 1.2); `record`, marks, hours and papers too; `answers`, also what was answered wrongly.
 */
export type Sight = 'band' | 'record' | 'answers'

/** What a role in a unit opens, for the unit and all below it. */
export type Grant = {
  unitId: string
  role: UnitRole
  sight: Sight
  /** Move people, give roles below. Auditors and trainers only read. */
  mayAct: boolean
  /** The day the role began. */
  fromDay: Day
}

/** What somebody sees on a day: everything, or what their roles open. */
export type Scope = { day: Day; isEverything: boolean; grants: Grant[] }

/** What somebody sees of one person. */
export type SightOfPerson = {
  sight: Sight
  mayAct: boolean
  /** The first day of the learning they see; null: all of it. */
  historyFrom: Day | null
}

/** A role in an enterprise, or in a team of one, shows less: the rest belongs to the worker. */
export function grantOf(holding: { unitId: string; role: UnitRole; fromDay: Day }, isInEnterprise: boolean): Grant {
  const { unitId, role, fromDay } = holding
  const sight = role === 'trainer' ? 'answers' : isInEnterprise ? 'band' : 'record'
  return { unitId, role, sight, fromDay, mayAct: role === 'manager' || role === 'training-officer' }
}

/** The sight of several roles together. From the day the first began, and the current year before it (domain.md 2.5, rule 10). */
export function sightFrom(grants: readonly Grant[], day: Day): SightOfPerson | null {
  const [widest] = [...grants].sort((a, b) => breadth.indexOf(b.sight) - breadth.indexOf(a.sight))
  if (!widest) return null
  const [earliest = day] = [`${day.slice(0, 4)}-01-01`, ...grants.map(({ fromDay }) => fromDay)].sort()
  return { sight: widest.sight, mayAct: grants.some(({ mayAct }) => mayAct), historyFrom: earliest }
}

const breadth: readonly Sight[] = ['band', 'record', 'answers']
