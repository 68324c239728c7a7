import type { Day } from '#app/i18n/day.ts'
import type { StaffCategory } from '#app/units/unit.ts'

/** Whom a draft would ask if it were published on a day. */
export type Preview = {
  day: Day
  people: number
  done: number
  unreachable: number
  /** Units directly below the one that asks, in the order of lists. */
  units: Array<{ unitId: string; name: string; people: number }>
  /** Counted by the unit itself, and by units elsewhere or by none. */
  own: number
  elsewhere: number
  categories: Array<{ category: StaffCategory; people: number }>
  /** Up to ten, in Vietnamese order. */
  names: string[]
}

/** How far the work on a large one is: units looked through, of how many, and people found in them. */
export type PreviewProgress = { unitsDone: number; units: number; people: number }

/** As it was at a time, worked out beside the requests. */
export type WorkedOut = Preview & {
  at: Date
  /** People or units have changed since. */
  isChanged: boolean
}

export type PreviewUnderWay = {
  progress: PreviewProgress
  /** Nothing was heard of the work for a while. */
  isStuck: boolean
}
