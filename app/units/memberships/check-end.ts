import type { Day } from '#app/i18n/day.ts'
import { reasonOf } from '#app/people/reason.ts'
import { isDay } from '#app/units/day-shape.ts'
import type { MembershipProblem } from '#app/units/memberships/membership-form.ts'
import { covers, type Period } from '#app/units/period.ts'

/** What stands in the way of ending a membership or a role on a day; null: nothing. */
export function endProblem(held: Period, { day, reason }: { day: Day; reason: string }): MembershipProblem | null {
  if (reasonOf(reason) === '') return 'reason-needed'
  if (!isDay(day)) return 'day-wrong'
  return covers(held, day) ? null : 'not-there-then'
}
