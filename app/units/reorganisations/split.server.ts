import { and, eq, gt } from 'drizzle-orm'
import type { Day } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { carryOut } from '#app/units/reorganisations/carry-out.server.ts'
import { endingProblems } from '#app/units/reorganisations/check-ending.ts'
import { checkTargets } from '#app/units/reorganisations/check-targets.server.ts'
import { decisionProblems } from '#app/units/reorganisations/decision.ts'
import { aPlan, type Plan, type Planned } from '#app/units/reorganisations/plan.ts'
import { preview } from '#app/units/reorganisations/preview.server.ts'
import type { Problem, Split } from '#app/units/reorganisations/reorganisation.ts'
import { memberships } from '#app/units/schema.ts'
import { factsOn } from '#app/units/timeline.ts'
import { type Reads, timelinesOf } from '#app/units/timelines.server.ts'
import { childrenFrom } from '#app/units/tree/children-from.server.ts'
import { standBelow } from '#app/units/tree/stands-below.server.ts'

/**
 * Parts a unit among others, new or standing. People go by list, never by share: who is in no list waits in the unit
 * above (chưa phân bổ), or stays where the unit itself stays. Null: not this actor's to do.
 */
export function split(who: Authority, form: Split, now = new Date()) {
  return carryOut(who, { form, touches: touchedBy(form), plan: planSplitting }, now)
}

export function previewSplitting(who: Authority, form: Split, now = new Date()) {
  return preview(who, { form, touches: touchedBy(form), plan: planSplitting }, now)
}

function touchedBy({ unitId, into }: Split) {
  return {
    unitIds: [unitId, ...into.flatMap((target) => ('unitId' in target ? target.unitId : []))],
    parentIds: into.flatMap((target) => ('make' in target ? [target.make.parentId] : [])),
    types: into.flatMap((target) => ('make' in target ? target.make.type : [])),
  }
}

async function planSplitting(reads: Reads, form: Split): Promise<Planned> {
  const { decision, unitId, into, people, stays = false, children = [] } = form
  const day = decision.effectiveDay
  const states = (await timelinesOf(reads, [unitId])).get(unitId)
  const standing = factsOn(states ?? [], day)
  const problems: Problem[] = [
    ...decisionProblems(decision, standing ? [standing.type] : []),
    ...endingProblems(unitId, states, day),
    ...(into.length < (stays ? 1 : 2) ? [{ problem: 'too-few' as const }] : []),
    ...(into.some((target) => 'unitId' in target && target.unitId === unitId)
      ? [{ problem: 'into-itself' as const, unitId }]
      : []),
    ...listProblems(form, await peopleIn(reads, unitId, day)),
    ...(await childProblems(reads, form)),
  ]
  if (problems.length > 0 || !standing) return { problems }
  const checked = await checkTargets(reads, into, { day, ending: stays ? [] : [unitId] })
  const named = new Set(people.map(({ personId }) => personId))
  const isOpen = !stays && (await peopleIn(reads, unitId, day)).some((personId) => !named.has(personId))
  if (isOpen && standing.parentId === null) checked.problems.push({ problem: 'nothing-above', unitId })
  if (checked.problems.length > 0) return { problems: checked.problems }
  const waiting: Plan['transfers'] =
    isOpen && standing.parentId !== null
      ? [{ from: [unitId], to: standing.parentId, people: 'others', isWaiting: true }]
      : []
  const listed = <Item>(items: readonly Item[], placeOf: (item: Item) => number) =>
    checked.ids.map((to, place) => ({ to, items: items.filter((item) => placeOf(item) === place) }))
  return aPlan('split', {
    made: checked.made,
    ended: stays ? [] : [unitId],
    adopted: listed(children, ({ to }) => to).map(({ to, items }) => ({
      from: unitId,
      to,
      only: items.map((child) => child.unitId),
    })),
    transfers: [
      ...listed(people, ({ to }) => to).map(({ to, items }) => ({
        from: [unitId],
        to,
        people: items.map(({ personId }) => personId),
        isWaiting: false,
      })),
      ...waiting,
    ],
    links: [...checked.ids, ...(stays ? [unitId] : [])].map((toId) => ({ fromId: unitId, toId })),
  })
}

async function peopleIn(reads: Reads, unitId: string, day: Day): Promise<string[]> {
  const rows = await reads
    .selectDistinct({ personId: memberships.personId })
    .from(memberships)
    .where(and(eq(memberships.unitId, unitId), gt(memberships.toDay, day)))
  return rows.map(({ personId }) => personId)
}

function listProblems({ people, into }: Split, there: readonly string[]): Problem[] {
  const present = new Set(there)
  const seen = new Set<string>()
  return people.flatMap(({ personId, to }): Problem[] => {
    const isTwice = seen.has(personId)
    seen.add(personId)
    if (isTwice) return [{ problem: 'person-twice', personId }]
    if (into[to] === undefined) return [{ problem: 'person-place', personId }]
    return present.has(personId) ? [] : [{ problem: 'person-not-there', personId }]
  })
}

/** Everything below goes somewhere, once, unless the unit stays. */
async function childProblems(
  reads: Reads,
  { decision, unitId, children = [], into, stays }: Split,
): Promise<Problem[]> {
  const open = await childrenFrom(reads, unitId, decision.effectiveDay)
  const placed = children.filter(({ to }) => into[to] !== undefined).map((child) => child.unitId)
  const strange = children.map((child) => child.unitId).filter((id) => !open.includes(id))
  const twice = placed.filter((id, place) => placed.indexOf(id) !== place)
  const left = stays ? [] : open.filter((id) => !placed.includes(id))
  const targets = into.map((target) => ('unitId' in target ? target.unitId : (target.make.parentId ?? '')))
  const under = await standBelow(reads, targets, placed, decision.effectiveDay)
  return [
    ...under.map((id) => ({ problem: 'cycle' as const, unitId: id })),
    ...strange.map((id) => ({ problem: 'unknown-unit' as const, unitId: id })),
    ...twice.map((id) => ({ problem: 'twice' as const, unitId: id })),
    ...left.map((id) => ({ problem: 'open-children' as const, unitId: id })),
  ]
}
