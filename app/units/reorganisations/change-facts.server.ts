import { clashesOf } from '#app/units/reorganisations/clashes.server.ts'
import { decisionProblems } from '#app/units/reorganisations/decision.ts'
import { aPlan, type Planned } from '#app/units/reorganisations/plan.ts'
import type { Decision, Problem, ReorganisationKind } from '#app/units/reorganisations/reorganisation.ts'
import { shapeProblems } from '#app/units/reorganisations/unit-facts.ts'
import { factsOn, saysTheSame } from '#app/units/timeline.ts'
import { type Reads, timelinesOf } from '#app/units/timelines.server.ts'
import type { Facts } from '#app/units/unit.ts'

type Asked = {
  kind: ReorganisationKind
  decision: Decision
  unitId: string
  facts: Partial<Facts>
  aliases?: string[] | undefined
}

/** A plan for a unit that lives on with other facts: renamed, moved, of another type. */
export async function planChange(
  reads: Reads,
  { kind, decision, unitId, facts, aliases = [] }: Asked,
): Promise<Planned> {
  const day = decision.effectiveDay
  const states = (await timelinesOf(reads, [unitId])).get(unitId)
  const before = factsOn(states ?? [], day)
  const problems: Problem[] = decisionProblems(decision, before ? [before.type] : [])
  if (!before) problems.push({ problem: states ? 'not-alive' : 'unknown-unit', unitId })
  if (problems.length > 0 || !before) return { problems }
  const after = { ...before, ...facts }
  const wrong = shapeProblems(after)
  if (wrong.length > 0) return { problems: wrong }
  if (saysTheSame(before, after)) return { problems: [{ problem: 'nothing-changes', unitId }] }
  const clashes = await clashesOf(reads, { facts: after, fromDay: day, except: [unitId] })
  if (clashes.length > 0) return { problems: clashes }
  return aPlan(kind, { changed: [{ unitId, facts, aliases }], links: [{ fromId: unitId, toId: unitId }] })
}
