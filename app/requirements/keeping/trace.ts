import type { Day } from '#app/i18n/day.ts'
import type { Published } from '#app/requirements/keeping/published.server.ts'
import type { Exception } from '#app/requirements/standing/facts.ts'
import type { Standing } from '#app/requirements/standing/standing.ts'
import type { StandingOn } from '#app/requirements/standing/standing-on.ts'

/** Why somebody came under a requirement: a clause, by the unit it means, or their name. */
export type Ground = { unitId: string; unitName: string; withBelow: boolean } | 'named'

/** As it was reported from a day on. */
export type Reported = {
  day: Day
  standing: Standing
  dueDay: Day | null
  doneDay: Day | null
  unitId: string | null
  /** As it was called that day. */
  unitName: string | null
}

export type TraceEvent =
  | { kind: 'asked'; day: Day; grounds: Ground[] }
  | { kind: 'asked-no-more'; day: Day }
  | { kind: 'completed' | 'revoked'; day: Day; courseId: string }
  /** `reason` and the paper: null for whoever sees no more than bands. */
  | {
      kind: 'given' | 'taken-back'
      day: Day
      exception: Exception
      reason: string | null
      documentNumber: string | null
    }
  | ({ kind: 'reported' } & Reported)

export type Trace = {
  person: { id: string; fullName: string }
  requirement: Published
  /** What was reported of the day; null: nothing. */
  reported: Reported | null
  /** What the records say of the day now. */
  live: StandingOn
  differs: boolean
  /** Up to the day, the oldest first. */
  events: TraceEvent[]
}
