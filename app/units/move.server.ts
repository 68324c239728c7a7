import type { Authority } from '#app/people/person.ts'
import { carryOut } from '#app/units/carry-out.server.ts'
import { planChange } from '#app/units/change-facts.server.ts'
import { parentProblems } from '#app/units/check-targets.server.ts'
import type { Planned } from '#app/units/plan.ts'
import { preview } from '#app/units/preview.server.ts'
import type { Move } from '#app/units/reorganisation.ts'
import { standBelow } from '#app/units/stands-below.server.ts'
import type { Reads } from '#app/units/timelines.server.ts'

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
