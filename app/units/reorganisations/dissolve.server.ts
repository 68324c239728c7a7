import type { Authority } from '#app/people/person.ts'
import { carryOut } from '#app/units/reorganisations/carry-out.server.ts'
import { endingProblems } from '#app/units/reorganisations/check-ending.ts'
import { checkTargets } from '#app/units/reorganisations/check-targets.server.ts'
import { decisionProblems } from '#app/units/reorganisations/decision.ts'
import { hasPeople } from '#app/units/reorganisations/has-people.server.ts'
import { aPlan, type Planned } from '#app/units/reorganisations/plan.ts'
import { preview } from '#app/units/reorganisations/preview.server.ts'
import type { Dissolve, Problem } from '#app/units/reorganisations/reorganisation.ts'
import { factsOn } from '#app/units/timeline.ts'
import { type Reads, timelinesOf } from '#app/units/timelines.server.ts'
import { childrenFrom } from '#app/units/tree/children-from.server.ts'

/**
 * Ends a unit. Its people go to the successor; without one they wait in the unit above until they are placed.
 * What still stands below must be moved or ended first. Null: not this actor's to do.
 */
export function dissolve(who: Authority, form: Dissolve, now = new Date()) {
  return carryOut(who, { form, touches: touchedBy(form), plan: planDissolving }, now)
}

export function previewDissolving(who: Authority, form: Dissolve, now = new Date()) {
  return preview(who, { form, touches: touchedBy(form), plan: planDissolving }, now)
}

const touchedBy = ({ unitId, successorId }: Dissolve) => ({
  unitIds: successorId === null ? [unitId] : [unitId, successorId],
  parentIds: [],
  types: [],
})

async function planDissolving(reads: Reads, { decision, unitId, successorId }: Dissolve): Promise<Planned> {
  const day = decision.effectiveDay
  const states = (await timelinesOf(reads, [unitId])).get(unitId)
  const standing = factsOn(states ?? [], day)
  const open = await childrenFrom(reads, unitId, day)
  const problems: Problem[] = [
    ...decisionProblems(decision, standing ? [standing.type] : []),
    ...endingProblems(unitId, states, day),
    ...open.map((child) => ({ problem: 'open-children' as const, unitId: child })),
  ]
  if (problems.length > 0 || !standing) return { problems }
  const above = standing.parentId
  if (successorId === null && above === null && (await hasPeople(reads, unitId, day)))
    return { problems: [{ problem: 'nothing-above', unitId }] }
  const to = successorId ?? above
  const checked = await checkTargets(reads, to === null ? [] : [{ unitId: to }], { day, ending: [unitId] })
  if (checked.problems.length > 0) return { problems: checked.problems }
  const isWaiting = successorId === null
  return aPlan('dissolve', {
    ended: [unitId],
    transfers: to === null ? [] : [{ from: [unitId], to, people: 'others', isWaiting }],
    links: [{ fromId: unitId, toId: successorId }],
  })
}
