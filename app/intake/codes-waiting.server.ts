import { and, eq, inArray } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { type NamedPart, partsOf } from '#app/intake/code-parts.ts'
import { type For, mostAtOnce, newcomers, type Waiting } from '#app/intake/newcomers.server.ts'
import { limits } from '#app/intake/reading/limits.ts'
import type { Authority } from '#app/people/person.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { unitLines } from '#app/units/schema.ts'
import { factsOn } from '#app/units/timeline.ts'
import { timelinesOf } from '#app/units/timelines.server.ts'
import { byTypeAndName } from '#app/units/tree/unit-names.ts'

/** More of a unit are not divided by name: the units below are asked for first. A list is always divided. */
const mostDivided = 20_000

/** A unit just below, and how many of it wait; null where there are too many to be counted. */
export type Below = { unitId: string; name: string; people: number | null }
export type CodesWaiting = {
  people: number
  /** There are more: `people` is as many as were counted. */
  isMore: boolean
  withCode: number
  /** More than one: they are printed part by part. */
  parts: NamedPart[]
  below: Below[]
  /** Who is in the unit itself. */
  direct: number | null
}
type Refused = { problem: 'not-committed' | 'nobody' } | null

/** Who waits for a first code, and in which parts they are printed. Null: not there, or not this actor's to act for. */
export async function codesWaiting(who: Authority, target: For, now = new Date()): Promise<CodesWaiting | Refused> {
  const most = 'unitId' in target ? mostDivided + 1 : limits.rows
  const found = await newcomers(who, target, { most }, now)
  if (found === null || 'problem' in found) return found
  if (found.length === 0) return { problem: 'nobody' }
  const isMore = 'unitId' in target && found.length > mostDivided
  const told = { people: isMore ? mostDivided : found.length, isMore, below: [], direct: null }
  const withCode = found.filter(({ hasCode }) => hasCode).length
  const parts = isMore ? [] : partsOf(found, mostAtOnce)
  if (found.length <= mostAtOnce || !('unitId' in target) || target.isDirect) return { ...told, withCode, parts }
  const below = await unitsBelow(target.unitId, isMore ? null : found, dayOf(now))
  const direct = isMore ? null : found.filter(({ unitId }) => unitId === target.unitId).length
  return { ...told, withCode, parts, below, direct }
}

async function unitsBelow(unitId: string, waiting: Waiting[] | null, day: string): Promise<Below[]> {
  const children = await db
    .select({ unitId: unitLines.unitId })
    .from(unitLines)
    .where(and(eq(unitLines.ancestorId, unitId), eq(unitLines.depth, 1), onDay(unitLines, day)))
  const ids = children.map((line) => line.unitId)
  const counts = waiting ? await countedIn(ids, waiting, day) : null
  const timelines = await timelinesOf(db, ids)
  return ids
    .flatMap((id) => {
      const facts = factsOn(timelines.get(id) ?? [], day)
      const people = counts ? (counts.get(id) ?? 0) : null
      return facts && people !== 0 ? [{ unitId: id, name: facts.name, type: facts.type, people }] : []
    })
    .sort(byTypeAndName)
    .map(({ type: _, ...unit }) => unit)
}

/** How many are in which of some units or below them; of several units of a person one counts. */
async function countedIn(ids: string[], waiting: Waiting[], day: string): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const lines = await db
    .select({ ancestorId: unitLines.ancestorId, unitId: unitLines.unitId })
    .from(unitLines)
    .where(and(inArray(unitLines.ancestorId, ids), onDay(unitLines, day)))
  const child = new Map(lines.map((line) => [line.unitId, line.ancestorId]))
  const counts = new Map<string, number>()
  for (const { unitId } of waiting) {
    const id = child.get(unitId)
    if (id) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}
