import type { Authority } from '#app/people/person.ts'
import { carryOut } from '#app/units/reorganisations/carry-out.server.ts'
import { planChange } from '#app/units/reorganisations/change-facts.server.ts'
import { parentProblems } from '#app/units/reorganisations/check-targets.server.ts'
import type { Planned } from '#app/units/reorganisations/plan.ts'
import { preview } from '#app/units/reorganisations/preview.server.ts'
import type { Move } from '#app/units/reorganisations/reorganisation.ts'
import type { Reads } from '#app/units/timelines.server.ts'
import { standBelow } from '#app/units/tree/stands-below.server.ts'

/** Puts a unit, with all below it, under another from a day on. Null: not this actor's to do. */
export function move(who: Authority, form: Move, now = new Date()) {
  return carryOut(who, { form, touches: touchedBy(form), plan: planMoving }, now)
}

export function previewMoving(who: Authority, form: Move, now = new Date()) {
  return preview(who, { form, touches: touchedBy(form), plan: planMoving }, now)
}

const touchedBy = ({ unitId, parentId }: Move) => ({ unitIds: [unitId], parentIds: [parentId], types: [] })

async function planMoving(reads: Reads, { decision, unitId, parentId }: Move): Promise<Planned> {
  const planned = await planChange(reads, { kind: 'move', decision, unitId, facts: { parentId } })
  if ('problems' in planned || parentId === null) return planned
  const day = decision.effectiveDay
  if (unitId === parentId) return { problems: [{ problem: 'into-itself', unitId }] }
  const [below] = await standBelow(reads, [parentId], [unitId], day)
  if (below !== undefined) return { problems: [{ problem: 'cycle', unitId: below }] }
  const problems = await parentProblems(reads, [parentId], { day, ending: [] })
  return problems.length > 0 ? { problems } : planned
}
