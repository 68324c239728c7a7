import type { Authority } from '#app/people/person.ts'
import { carryOut } from '#app/units/reorganisations/carry-out.server.ts'
import { checkTargets } from '#app/units/reorganisations/check-targets.server.ts'
import { decisionProblems } from '#app/units/reorganisations/decision.ts'
import { aPlan, type Planned } from '#app/units/reorganisations/plan.ts'
import { preview } from '#app/units/reorganisations/preview.server.ts'
import type { Establish } from '#app/units/reorganisations/reorganisation.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/** Makes a unit that stands from the effective day on. Null: not this actor's to do. */
export function establish(who: Authority, form: Establish, now = new Date()) {
  return carryOut(who, { form, touches: touchedBy(form), plan: planEstablishing }, now)
}

export function previewEstablishing(who: Authority, form: Establish, now = new Date()) {
  return preview(who, { form, touches: touchedBy(form), plan: planEstablishing }, now)
}

const touchedBy = ({ unit }: Establish) => ({ unitIds: [], parentIds: [unit.parentId], types: [unit.type] })

async function planEstablishing(reads: Reads, { decision, unit }: Establish): Promise<Planned> {
  const problems = decisionProblems(decision, [unit.type])
  if (problems.length > 0) return { problems }
  const checked = await checkTargets(reads, [{ make: unit }], { day: decision.effectiveDay, ending: [] })
  if (checked.problems.length > 0) return { problems: checked.problems }
  return aPlan('establish', { made: checked.made, links: checked.ids.map((toId) => ({ fromId: null, toId })) })
}
