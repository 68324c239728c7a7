import { and, asc, eq, inArray } from 'drizzle-orm'
import { expect } from 'vitest'
import { db } from '#app/db/db.server.ts'
import { sumTotals } from '#app/units/memberships/sum-totals.server.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { overlaps } from '#app/units/period.ts'
import { mainMemberships, memberships, unitLines } from '#app/units/schema.ts'
import { factsOn } from '#app/units/timeline.ts'
import { timelinesOf } from '#app/units/timelines.server.ts'
import { linesOf } from '#app/units/tree/line.ts'
import { resolveTo } from '#app/units/tree/resolve.server.ts'
import { days, type World } from '#tests/unit-events.ts'
import { peopleOn } from '#tests/unit-pictures.ts'

/** What is true of any tree, whatever happened to it. */
export async function holds(world: World) {
  const timelines = await timelinesOf(db, world.units)
  await statesFollow(timelines)
  await linesFit(world, timelines)
  for (const on of days) await sumsFit(world, on)
  await placesFit(world, timelines)
}

async function statesFollow(timelines: Awaited<ReturnType<typeof timelinesOf>>) {
  const coded = [...timelines.values()].flat().filter(({ code }) => code !== null)
  for (const a of coded)
    for (const b of coded)
      if (a.unitId !== b.unitId && a.code === b.code) expect(overlaps(a, b), `${a.code} is two units' code`).toBe(false)
  for (const states of timelines.values())
    for (const [number, state] of states.entries()) {
      expect(state.fromDay < state.toDay).toBe(true)
      if (number > 0) expect(states[number - 1]?.toDay).toBe(state.fromDay)
      // What stands above stands all the while.
      const above = state.parentId === null ? null : timelines.get(state.parentId)
      if (above)
        expect(
          above[0]?.fromDay && above[0].fromDay <= state.fromDay && (above.at(-1)?.toDay ?? '') >= state.toDay,
        ).toBe(true)
    }
}

/** Drawing all lines anew gives the same: it throws when a unit stands above itself. */
async function linesFit(world: World, timelines: Awaited<ReturnType<typeof timelinesOf>>) {
  for (const unitId of world.units) {
    const drawn = linesOf(unitId, timelines)
    const kept = await db
      .select()
      .from(unitLines)
      .where(eq(unitLines.unitId, unitId))
      .orderBy(asc(unitLines.ancestorId), asc(unitLines.fromDay))
    expect(kept).toEqual(drawn)
  }
}

async function sumsFit(world: World, on: string) {
  const rows = await db
    .select({ personId: mainMemberships.personId, unitId: mainMemberships.unitId })
    .from(mainMemberships)
    .where(and(inArray(mainMemberships.personId, world.people), onDay(mainMemberships, on)))
  const timelines = await timelinesOf(db, world.units)
  for (const unitId of world.units) {
    const totals = await sumTotals(unitId, on)
    const below = await db
      .select({ unitId: unitLines.unitId })
      .from(unitLines)
      .where(and(eq(unitLines.ancestorId, unitId), onDay(unitLines, on)))
    const inside = new Set(below.map((line) => line.unitId))
    const stands = factsOn(timelines.get(unitId) ?? [], on) !== null
    expect(totals?.all.people).toBe(stands ? rows.filter((row) => inside.has(row.unitId)).length : 0)
    const parts = [totals?.own, ...(totals?.children.map(({ total }) => total) ?? [])]
    expect(parts.reduce((sum, part) => sum + (part?.people ?? 0), 0)).toBe(totals?.all.people)
    expect(parts.reduce((sum, part) => sum + (part?.waiting ?? 0), 0)).toBe(totals?.all.waiting)
  }
}

/** Whoever belongs anywhere is counted once, somewhere they belong, in a unit that stands; nobody is twice in one unit. */
async function placesFit(world: World, timelines: Awaited<ReturnType<typeof timelinesOf>>) {
  const rows = await db.select().from(memberships).where(inArray(memberships.personId, world.people))
  for (const a of rows) {
    const twin = rows.find((b) => b.id !== a.id && b.personId === a.personId && b.unitId === a.unitId && overlaps(a, b))
    expect(twin, 'nobody is twice in one unit').toBeUndefined()
    const states = timelines.get(a.unitId) ?? []
    expect((states[0]?.fromDay ?? '9') <= a.fromDay && (states.at(-1)?.toDay ?? '') >= a.toDay).toBe(true)
  }
  for (const on of days) {
    const mains = await db
      .select({ personId: mainMemberships.personId })
      .from(mainMemberships)
      .where(and(inArray(mainMemberships.personId, world.people), onDay(mainMemberships, on)))
    expect(mains.map(({ personId }) => personId).sort()).toEqual(await peopleOn(world, on))
  }
}

/** As-is: every unit of the past leads to units that stand on the day. */
export async function successorsStand(world: World) {
  const timelines = await timelinesOf(db, world.units)
  for (const on of days) {
    const resolve = await resolveTo(on)
    for (const unitId of world.units)
      for (const heir of resolve(unitId)) expect(factsOn(timelines.get(heir) ?? [], on)).not.toBeNull()
  }
}
