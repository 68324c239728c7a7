import { inArray } from 'drizzle-orm'
import { people } from '#app/people/schema.ts'
import { isDay } from '#app/units/day-shape.ts'
import { inChunks } from '#app/units/in-chunks.ts'
import { type Held, heldColumns } from '#app/units/memberships/held.server.ts'
import type { MembershipProblem, NewMembership } from '#app/units/memberships/membership-form.ts'
import { overlaps, type Period } from '#app/units/period.ts'
import { memberships } from '#app/units/schema.ts'
import { factsOn } from '#app/units/timeline.ts'
import { type Reads, timelinesOf } from '#app/units/timelines.server.ts'
import { never, type State } from '#app/units/unit.ts'

export type Checked = { problems: Array<MembershipProblem | null>; held: Map<string, Held[]> }

/** What is wrong with each of some new memberships, in their order; and what their people hold already. */
export async function checkMemberships(reads: Reads, forms: readonly NewMembership[]): Promise<Checked> {
  const personIds = [...new Set(forms.map(({ personId }) => personId))]
  const known = await knownPeople(reads, personIds)
  const timelines = await timelinesOf(
    reads,
    forms.map(({ unitId }) => unitId),
  )
  const held = await heldBy(reads, personIds)
  const taken = new Map<string, Period[]>()
  for (const rows of held.values()) for (const row of rows) take(taken, row, row)
  const problems = forms.map((form) => {
    if (!known.has(form.personId)) return 'unknown-person'
    const period = { fromDay: form.fromDay, toDay: form.toDay ?? never }
    const problem = periodProblem(period, timelines.get(form.unitId))
    if (problem) return problem
    if (taken.get(placeOf(form))?.some((other) => overlaps(other, period))) return 'overlap'
    take(taken, form, period)
    return null
  })
  return { problems, held }
}

/** The unit must stand on every day of the period. */
export function periodProblem(period: Period, states: readonly State[] | undefined): MembershipProblem | null {
  if (!isDay(period.fromDay) || (period.toDay !== never && !isDay(period.toDay))) return 'day-wrong'
  if (period.fromDay >= period.toDay) return 'days-turned'
  if (!states) return 'unknown-unit'
  const stands = factsOn(states, period.fromDay) && (states.at(-1)?.toDay ?? '') >= period.toDay
  return stands ? null : 'unit-not-alive'
}

function placeOf({ personId, unitId }: { personId: string; unitId: string }) {
  return `${personId} ${unitId}`
}

function take(taken: Map<string, Period[]>, place: { personId: string; unitId: string }, period: Period) {
  const key = placeOf(place)
  const periods = taken.get(key)
  if (periods) periods.push(period)
  else taken.set(key, [period])
}

async function knownPeople(reads: Reads, ids: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>()
  for (const chunk of inChunks(ids)) {
    const rows = await reads
      .select({ id: people.id, closedAt: people.closedAt })
      .from(people)
      .where(inArray(people.id, chunk))
    for (const { id, closedAt } of rows) if (closedAt === null) known.add(id)
  }
  return known
}

async function heldBy(reads: Reads, ids: readonly string[]): Promise<Map<string, Held[]>> {
  const held = new Map<string, Held[]>()
  for (const chunk of inChunks(ids))
    for (const row of await reads.select(heldColumns).from(memberships).where(inArray(memberships.personId, chunk)))
      held.set(row.personId, [...(held.get(row.personId) ?? []), row])
  return held
}
