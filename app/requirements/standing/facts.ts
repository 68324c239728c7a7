import type { Day } from '#app/i18n/day.ts'
import type { Period } from '#app/units/period.ts'

/** A course completed on a day; it counts until its certificate was revoked. */
export type Completed = { courseId: string; day: Day; untilDay: Day | null }

/**
 * What was decided about somebody: `extension`, a later due day; `waiver`, not asked of them while it lasts; `pause`, away
 * (leave, maternity, secondment): not asked of them, and the days away are added to the window. It works on the days from
 * when it was given until it was taken back, whatever days it speaks of: what was reported before stays true.
 */
export type Exception = {
  id: string
  kind: 'extension' | 'waiver' | 'pause'
  /** Null: of all requirements. */
  requirementId: string | null
  fromDay: Day
  toDay: Day
  /** Of an extension. */
  dueDay: Day | null
  givenDay: Day
  takenBackDay: Day | null
}

/** All that decides how a person stands to one requirement. The order of the lists does not matter. */
export type Facts = {
  /** When the person is one of those it is asked of (audience.ts). */
  bound: Period[]
  completed: Completed[]
  exceptions: Exception[]
}
