import { periodProblem } from '#app/units/memberships/check-membership.server.ts'
import type { MembershipProblem, NewMembership } from '#app/units/memberships/membership-form.ts'
import { type Reads, timelinesOf } from '#app/units/timelines.server.ts'
import { never } from '#app/units/unit.ts'

type Place = Pick<NewMembership, 'unitId' | 'fromDay' | 'toDay'>

/** What speaks against somebody's being in some units for some time, in their order. Each unit is looked at once. */
export async function placeProblems(reads: Reads, places: readonly Place[]): Promise<Array<MembershipProblem | null>> {
  const timelines = await timelinesOf(
    reads,
    places.map(({ unitId }) => unitId),
  )
  const known = new Map<string, MembershipProblem | null>()
  return places.map(({ unitId, fromDay, toDay = never }) => {
    const key = `${unitId} ${fromDay} ${toDay}`
    const before = known.get(key)
    if (before !== undefined) return before
    const problem = periodProblem({ fromDay, toDay }, timelines.get(unitId))
    known.set(key, problem)
    return problem
  })
}
