import type { Day } from '#app/i18n/day.ts'
import type { Standing } from '#app/requirements/standing/standing.ts'

export type Asked = Exclude<Standing, 'not-due'>

export type StandingsAsked = {
  unitId: string
  day: Day
  requirementId?: string
  standing?: Asked
  /** Words of the name, tones or none. */
  words?: string
}

/** How somebody stood to one requirement, as a list tells it. */
export type ListedStanding = {
  personId: string
  fullName: string
  birthYear: number | null
  /** By which they were counted on the day, as it was called then. */
  unitId: string
  unitName: string
  position: string
  requirementId: string
  standing: Asked
  dueDay: Day | null
  lateDay: Day | null
  doneDay: Day | null
  exceptionId: string | null
}

export type StandingsPage = {
  people: ListedStanding[]
  next: string | null
  /** The day is today, and the viewer acts for the unit. */
  mayAct: boolean
}
