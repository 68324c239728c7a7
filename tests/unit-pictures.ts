import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { sumTotals } from '#app/units/memberships/sum-totals.server.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { mainMemberships, memberships, unitLines, unitStates } from '#app/units/schema.ts'
import { days, type World } from '#tests/unit-events.ts'

/** All that can be asked of a day, as one text: the tree, who is where, by which unit each is counted. */
async function asOf(world: World, on: string): Promise<string> {
  const states = await db
    .select({
      unitId: unitStates.unitId,
      name: unitStates.name,
      code: unitStates.code,
      parentId: unitStates.parentId,
      type: unitStates.type,
    })
    .from(unitStates)
    .where(and(inArray(unitStates.unitId, world.units), onDay(unitStates, on)))
    .orderBy(asc(unitStates.unitId))
  const lines = await db
    .select({ above: unitLines.ancestorId, unitId: unitLines.unitId, depth: unitLines.depth })
    .from(unitLines)
    .where(and(inArray(unitLines.unitId, world.units), onDay(unitLines, on)))
    .orderBy(asc(unitLines.unitId), asc(unitLines.ancestorId))
  const places = await db
    .select({ personId: memberships.personId, unitId: memberships.unitId, waitsFrom: memberships.waitsFromId })
    .from(memberships)
    .where(and(inArray(memberships.personId, world.people), onDay(memberships, on)))
    .orderBy(asc(memberships.personId), asc(memberships.unitId))
  const mains = await db
    .select({ personId: mainMemberships.personId, unitId: mainMemberships.unitId, waits: mainMemberships.isWaiting })
    .from(mainMemberships)
    .where(and(inArray(mainMemberships.personId, world.people), onDay(mainMemberships, on)))
    .orderBy(asc(mainMemberships.personId))
  const totals = []
  for (const unitId of world.units.slice(0, 3)) totals.push(await sumTotals(unitId, on))
  return JSON.stringify({ states, lines, places, mains, totals })
}

/** What can be asked of each day: the whole text, who is there, and their tiết. */
export async function picturesOf(world: World) {
  const pictures = new Map<string, { text: string; people: string[]; credits: number }>()
  for (const on of days)
    pictures.set(on, {
      text: await asOf(world, on),
      people: await peopleOn(world, on),
      credits: await creditsOn(world, on),
    })
  return pictures
}

export async function peopleOn(world: World, on: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ personId: memberships.personId })
    .from(memberships)
    .where(and(inArray(memberships.personId, world.people), onDay(memberships, on)))
  return rows.map(({ personId }) => personId).sort()
}

/** Tiết as a report adds them up: of everybody counted below whatever stands at the top that day. They hang on people. */
async function creditsOn(world: World, on: string): Promise<number> {
  const tops = db
    .select({ unitId: unitStates.unitId })
    .from(unitStates)
    .where(and(isNull(unitStates.parentId), onDay(unitStates, on)))
  const counted = await db
    .select({ personId: mainMemberships.personId })
    .from(unitLines)
    .innerJoin(mainMemberships, eq(mainMemberships.unitId, unitLines.unitId))
    .where(
      and(
        inArray(unitLines.ancestorId, tops),
        onDay(unitLines, on),
        onDay(mainMemberships, on),
        inArray(mainMemberships.personId, world.people),
      ),
    )
  return counted.reduce((sum, { personId }) => sum + 2 ** world.people.indexOf(personId), 0)
}
