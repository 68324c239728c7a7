import type { Authority } from '#app/people/person.ts'
import { carryOut } from '#app/units/reorganisations/carry-out.server.ts'
import { endingProblems } from '#app/units/reorganisations/check-ending.ts'
import { checkTargets } from '#app/units/reorganisations/check-targets.server.ts'
import { decisionProblems } from '#app/units/reorganisations/decision.ts'
import { aPlan, type Planned } from '#app/units/reorganisations/plan.ts'
import { preview } from '#app/units/reorganisations/preview.server.ts'
import type { Merge, Problem } from '#app/units/reorganisations/reorganisation.ts'
import { type Reads, timelinesOf } from '#app/units/timelines.server.ts'

/**
 * Ends units and goes on as one: a new one, or one that stands already (nhập vào). People and what stood below go along;
 * roles end with their units. Null: not this actor's to do.
 */
export function merge(who: Authority, form: Merge, now = new Date()) {
  return carryOut(who, { form, touches: touchedBy(form), plan: planMerging }, now)
}

export function previewMerging(who: Authority, form: Merge, now = new Date()) {
  return preview(who, { form, touches: touchedBy(form), plan: planMerging }, now)
}

function touchedBy({ unitIds, into }: Merge) {
  return 'make' in into
    ? { unitIds, parentIds: [into.make.parentId], types: [into.make.type] }
    : { unitIds: [...unitIds, into.unitId], parentIds: [], types: [] }
}

async function planMerging(reads: Reads, { decision, unitIds, into }: Merge): Promise<Planned> {
  const day = decision.effectiveDay
  const timelines = await timelinesOf(reads, unitIds)
  const types = [...timelines.values()].flatMap((states) => states.slice(-1).map(({ type }) => type))
  const problems: Problem[] = [
    ...decisionProblems(decision, types),
    ...tooFew(unitIds, into),
    ...unitIds.flatMap((unitId) => endingProblems(unitId, timelines.get(unitId), day)),
  ]
  if (problems.length > 0) return { problems }
  const checked = await checkTargets(reads, [into], { day, ending: unitIds })
  const [to] = checked.ids
  if (checked.problems.length > 0 || to === undefined) return { problems: checked.problems }
  return aPlan('merge', {
    made: checked.made,
    ended: unitIds,
    adopted: unitIds.map((from) => ({ from, to })),
    transfers: [{ from: unitIds, to, people: 'others', isWaiting: false }],
    links: [
      ...unitIds.map((fromId) => ({ fromId, toId: to })),
      ...('unitId' in into ? [{ fromId: to, toId: to }] : []),
    ],
  })
}

/** Two units become one; or one goes into another. One that only gets another name is renamed. */
function tooFew(unitIds: readonly string[], into: Merge['into']): Problem[] {
  const twice = unitIds.find((unitId, place) => unitIds.indexOf(unitId) !== place)
  if (twice !== undefined) return [{ problem: 'twice', unitId: twice }]
  return unitIds.length < ('make' in into ? 2 : 1) ? [{ problem: 'too-few' }] : []
}
