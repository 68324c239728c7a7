import type { Day } from '#app/i18n/day.ts'
import { never } from '#app/units/unit.ts'

/** `ending`: a day is set from which on it is asked of nobody. */
export type RequirementState = 'draft' | 'asked' | 'ending' | 'ended'

export function stateOf({ publishedAt, toDay }: { publishedAt: Date | null; toDay: Day }, day: Day): RequirementState {
  if (publishedAt === null) return 'draft'
  if (toDay <= day) return 'ended'
  return toDay === never ? 'asked' : 'ending'
}
