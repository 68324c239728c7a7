import { inArray, or } from 'drizzle-orm'
import { inChunks } from '#app/units/in-chunks.ts'
import { type Held, heldColumns } from '#app/units/memberships/held.server.ts'
import { overlaps } from '#app/units/period.ts'
import { clashesOf } from '#app/units/reorganisations/clashes.server.ts'
import type { Problem } from '#app/units/reorganisations/reorganisation.ts'
import { pictureOf } from '#app/units/reorganisations/withdrawal/picture.server.ts'
import type { Picture, Trace } from '#app/units/reorganisations/withdrawal/trace.ts'
import { memberships, roleHoldings, unitSites, unitStates } from '#app/units/schema.ts'
import { type Reads, timelinesOf } from '#app/units/timelines.server.ts'
import { standBelow } from '#app/units/tree/stands-below.server.ts'
import type { State } from '#app/units/unit.ts'

/**
 * What was built upon a decision since it was entered, or would not fit with what it found: while there is any, it is not
 * withdrawn. Each problem names the unit or person.
 */
export async function standingInTheWay(reads: Reads, trace: Trace): Promise<Problem[]> {
  const changed = await changedSince(reads, trace)
  if (changed.length > 0) return changed
  return [...(await usesOfMade(reads, trace)), ...(await placesSince(reads, trace)), ...(await misfits(reads, trace))]
}

/** Units that are no longer as the decision left them. */
async function changedSince(reads: Reads, { unitIds, before, after }: Trace): Promise<Problem[]> {
  const ended = [...new Set([...before.roles, ...after.roles, ...before.sites].map(({ unitId }) => unitId))]
  const now = await pictureOf(reads, unitIds, ended)
  const differ = (unitId: string) =>
    (['states', 'roles', 'sites'] as const).some((kind) => textOf(now, kind, unitId) !== textOf(after, kind, unitId))
  return unitIds.filter(differ).map((unitId) => ({ problem: 'built-upon', unitId }))
}

function textOf(picture: Picture, kind: 'states' | 'roles' | 'sites', unitId: string): string {
  return textsOf(picture[kind].filter((row) => row.unitId === unitId))
}

/** The same for the same rows, in whatever order of rows and columns. */
function textsOf(rows: readonly object[]): string {
  return rows
    .map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))))
    .sort()
    .join()
}

/** Roles, sites and units that hang on a unit which the decision made. */
async function usesOfMade(reads: Reads, trace: Trace): Promise<Problem[]> {
  const made = ['', ...madeIn(trace)]
  const known = new Set(trace.unitIds)
  const roles = await reads
    .select({ id: roleHoldings.unitId })
    .from(roleHoldings)
    .where(inArray(roleHoldings.unitId, made))
  const sites = await reads
    .select({ id: unitSites.unitId })
    .from(unitSites)
    .where(or(inArray(unitSites.unitId, made), inArray(unitSites.placeId, made)))
  const below = await reads.select({ id: unitStates.unitId }).from(unitStates).where(inArray(unitStates.parentId, made))
  const using = [...roles, ...sites, ...below.filter(({ id }) => !known.has(id))]
  return [...new Set(using.map(({ id }) => id))].map((unitId) => ({ problem: 'built-upon', unitId }))
}

/** Units that stood on no day before the decision. */
export function madeIn({ unitIds, before }: Trace): string[] {
  const stood = new Set(before.states.map(({ unitId }) => unitId))
  return unitIds.filter((unitId) => !stood.has(unitId))
}

/** People whose places are no longer as the decision left them, who came since, or who have taken a place that would come back. */
async function placesSince(reads: Reads, trace: Trace): Promise<Problem[]> {
  const { before, after } = trace.places
  const left = new Map(after.map((row) => [row.id, row]))
  const concerned = new Set<string>()
  const now = await heldBy(
    reads,
    [...before, ...after].map(({ personId }) => personId),
  )
  const ids = new Set(now.map(({ id }) => id))
  for (const row of after) if (!ids.has(row.id)) concerned.add(row.personId)
  for (const row of now) {
    const was = left.get(row.id)
    if (was ? textsOf([was]) !== textsOf([row]) : before.some((back) => isInTheWay(row, back)))
      concerned.add(row.personId)
  }
  const newcomers = await reads
    .select({ id: memberships.id, personId: memberships.personId })
    .from(memberships)
    .where(inArray(memberships.unitId, ['', ...madeIn(trace)]))
  for (const { id, personId } of newcomers) if (!left.has(id)) concerned.add(personId)
  return [...concerned].map((personId) => ({ problem: 'built-upon', personId }))
}

function isInTheWay(row: Held, back: Held): boolean {
  return row.personId === back.personId && row.unitId === back.unitId && overlaps(row, back)
}

async function heldBy(reads: Reads, personIds: readonly string[]): Promise<Held[]> {
  const rows: Held[] = []
  for (const chunk of inChunks([...new Set(personIds)]))
    rows.push(...(await reads.select(heldColumns).from(memberships).where(inArray(memberships.personId, chunk))))
  return rows
}

/** What stood above must still do so, on all days and not below what comes back; codes and names must be free. */
async function misfits(reads: Reads, { unitIds, before, after }: Trace): Promise<Problem[]> {
  const kept = new Set(after.states.map(keyOf))
  const back = before.states.filter((state) => !kept.has(keyOf(state)))
  const [from = ''] = back.map(({ fromDay }) => fromDay).sort()
  const parents = [...new Set(back.flatMap(({ parentId }) => parentId ?? []))].filter((id) => !unitIds.includes(id))
  const timelines = await timelinesOf(reads, parents)
  const problems: Problem[] = back
    .filter((state) => state.parentId !== null && parents.includes(state.parentId))
    .filter((state) => !covers(timelines.get(state.parentId ?? '') ?? [], state))
    .map(({ unitId }) => ({ problem: 'built-upon', unitId }))
  for (const unitId of await standBelow(reads, parents, unitIds, from)) problems.push({ problem: 'built-upon', unitId })
  for (const facts of back) {
    const asked = { facts, fromDay: facts.fromDay, except: unitIds }
    for (const clash of await clashesOf(reads, asked)) problems.push(clash)
  }
  return problems
}

function keyOf(state: State): string {
  return textsOf([state])
}

function covers(states: readonly State[], { fromDay, toDay }: State): boolean {
  const [first, last] = [states[0], states.at(-1)]
  return first !== undefined && last !== undefined && first.fromDay <= fromDay && last.toDay >= toDay
}
