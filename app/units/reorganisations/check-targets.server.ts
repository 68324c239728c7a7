import { v7 as uuid } from 'uuid'
import type { Day } from '#app/i18n/day.ts'
import { clashesOf } from '#app/units/reorganisations/clashes.server.ts'
import type { Plan } from '#app/units/reorganisations/plan.ts'
import type { Problem, Target } from '#app/units/reorganisations/reorganisation.ts'
import { factsOf, shapeProblems } from '#app/units/reorganisations/unit-facts.ts'
import { lastsFrom } from '#app/units/timeline.ts'
import { type Reads, timelinesOf } from '#app/units/timelines.server.ts'
import { standBelow } from '#app/units/tree/stands-below.server.ts'

type Asked = {
  day: Day
  /** Units that end that day: nothing may come under them or into them, and their codes and names are free. */
  ending: readonly string[]
}

export type CheckedTargets = { ids: string[]; made: Plan['made']; problems: Problem[] }

/** The units that people and children go to: standing ones stay as they are, new ones get an id. */
export async function checkTargets(
  reads: Reads,
  targets: readonly Target[],
  { day, ending }: Asked,
): Promise<CheckedTargets> {
  const made: Plan['made'] = []
  const problems: Problem[] = []
  const ids = targets.map((target) => {
    if ('unitId' in target) return target.unitId
    const unitId = uuid()
    made.push({ unitId, facts: factsOf(target.make), aliases: target.make.aliases ?? [] })
    return unitId
  })
  const standing = targets.flatMap((target) => ('unitId' in target ? [target.unitId] : []))
  const parents = made.flatMap(({ facts }) => facts.parentId ?? [])
  problems.push(...(await standingProblems(reads, standing, { day, ending })))
  problems.push(...(await parentProblems(reads, parents, { day, ending })))
  for (const below of await standBelow(reads, [...standing, ...parents], ending, day))
    if (!ending.includes(below)) problems.push({ problem: 'cycle', unitId: below })
  for (const { facts } of made) {
    problems.push(...shapeProblems(facts), ...(await clashesOf(reads, { facts, fromDay: day, except: ending })))
  }
  return { ids, made, problems: [...problems, ...alike(made)] }
}

async function standingProblems(reads: Reads, ids: readonly string[], { day, ending }: Asked): Promise<Problem[]> {
  const timelines = await timelinesOf(reads, ids)
  return ids.flatMap((unitId): Problem[] => {
    if (ending.includes(unitId)) return [{ problem: 'into-itself', unitId }]
    const states = timelines.get(unitId)
    if (!states) return [{ problem: 'unknown-unit', unitId }]
    return lastsFrom(states, day) ? [] : [{ problem: 'successor-not-alive', unitId }]
  })
}

/** What stands above must stand that day, and go on standing as far as is known. */
export async function parentProblems(reads: Reads, ids: readonly string[], { day, ending }: Asked): Promise<Problem[]> {
  const timelines = await timelinesOf(reads, ids)
  return ids.flatMap((unitId): Problem[] => {
    const states = timelines.get(unitId) ?? []
    return lastsFrom(states, day) && !ending.includes(unitId) ? [] : [{ problem: 'parent-not-alive', unitId }]
  })
}

/** New units of one decision with the same code, or the same name under the same unit. */
function alike(made: Plan['made']): Problem[] {
  return made.flatMap(({ facts }, place): Problem[] => {
    const before = made.slice(0, place).map((one) => one.facts)
    const code = facts.code !== null && before.some((other) => other.code === facts.code)
    const name = before.some((other) => other.name === facts.name && other.parentId === facts.parentId)
    return [
      ...(code ? [{ problem: 'code-taken' as const }] : []),
      ...(name ? [{ problem: 'name-taken' as const }] : []),
    ]
  })
}
