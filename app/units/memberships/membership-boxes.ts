import type { MembershipProblem } from '#app/units/memberships/membership-form.ts'

/** The box that a problem is about; `form`: none of them alone. */
export function boxOfProblem(problem: MembershipProblem, { day, unit }: { day: string; unit: string }): string {
  if (problem === 'reason-needed') return 'reason'
  if (problem === 'days-turned') return 'toDay'
  if (problem === 'same-unit' || problem === 'unknown-unit') return unit
  if (problem === 'unknown-person' || problem === 'role-held') return 'form'
  return day
}
