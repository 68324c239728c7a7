import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { db } from '#app/db/db.server.ts'
import { addMembership } from '#app/units/memberships/add-membership.server.ts'
import { endMembership } from '#app/units/memberships/end-membership.server.ts'
import { moveMembership } from '#app/units/memberships/move-membership.server.ts'
import { totalsOf } from '#app/units/memberships/totals-of.server.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { overlaps } from '#app/units/period.ts'
import { changeType } from '#app/units/reorganisations/change-type.server.ts'
import { dissolve } from '#app/units/reorganisations/dissolve.server.ts'
import { establish } from '#app/units/reorganisations/establish.server.ts'
import { merge } from '#app/units/reorganisations/merge.server.ts'
import { move } from '#app/units/reorganisations/move.server.ts'
import { rename } from '#app/units/reorganisations/rename.server.ts'
import { split } from '#app/units/reorganisations/split.server.ts'
import { mainMemberships, memberships, unitLines, unitStates } from '#app/units/schema.ts'
import { factsOn } from '#app/units/timeline.ts'
import { timelinesOf } from '#app/units/timelines.server.ts'
import { linesOf } from '#app/units/tree/line.ts'
import { resolveTo } from '#app/units/tree/resolve.server.ts'
import { aPerson } from '#tests/factories.ts'
import { aDecision, aMembership, aUnit } from '#tests/units.ts'

const root = 'command-line'
const days = ['2024-01-01', '2025-03-01', '2025-07-01', '2025-07-30', '2027-01-01']

/** Places in lists are taken round and round, so that every number means something. */
const place = fc.nat({ max: 30 })
const day = fc.constantFrom(...days)
const event = fc.oneof(
  fc.record({ do: fc.constant('establish' as const), day, parent: place, code: fc.nat({ max: 3 }) }),
  fc.record({ do: fc.constant('merge' as const), day, one: place, two: place, into: place, isNew: fc.boolean() }),
  fc.record({ do: fc.constant('split' as const), day, one: place, two: place, three: place, stays: fc.boolean() }),
  fc.record({ do: fc.constant('rename' as const), day, one: place, code: fc.nat({ max: 3 }) }),
  fc.record({ do: fc.constant('move' as const), day, one: place, parent: place }),
  fc.record({ do: fc.constant('dissolve' as const), day, one: place, heir: fc.option(place) }),
  fc.record({ do: fc.constant('change-type' as const), day, one: place }),
  fc.record({ do: fc.constant('add' as const), day, one: place, person: place, isMain: fc.boolean() }),
  fc.record({ do: fc.constant('transfer' as const), day, person: place, to: place }),
  fc.record({ do: fc.constant('leave' as const), day, person: place }),
)
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never

type World = { province: string; units: string[]; people: string[]; names: number }

async function aWorld(): Promise<World> {
  const province = await aUnit({ type: 'tinh' })
  const units = [province]
  for (const parent of [0, 0, 1, 1, 2]) units.push(await aUnit({ parentId: units[parent] ?? province }))
  const people: string[] = []
  for (let count = 0; count < 6; count++) {
    const { id } = await aPerson()
    await aMembership({ personId: id, unitId: units[(count % 5) + 1] ?? province, fromDay: '2023-06-01' })
    people.push(id)
  }
  return { province, units, people, names: 0 }
}

/** Does one thing, as a clerk might enter it: much of it is refused, and must be without a trace. */
async function happen(world: World, what: Event): Promise<'reorganised' | 'people' | 'refused'> {
  const at = <T>(list: T[], where: number) => list[where % list.length] as T
  const unit = (where: number) => at(world.units, where)
  const decision = aDecision(what.day)
  const code = (number: number) => (number === 0 ? null : `${world.province.slice(-8)}.${number}`)
  const make = (parentId: string) => ({ name: `Đơn vị mới ${world.names++}`, type: 'phong_so' as const, parentId })
  const held = async (person: number) =>
    (
      await db
        .select()
        .from(memberships)
        .where(eq(memberships.personId, at(world.people, person)))
    )[0]
  const done = (outcome: object | null) => outcome !== null && !('problems' in outcome) && !('problem' in outcome)
  const reorganised = (outcome: { made: string[] } | { problems: unknown } | null) => {
    if (outcome === null || 'problems' in outcome) return 'refused' as const
    world.units.push(...outcome.made)
    return 'reorganised' as const
  }
  switch (what.do) {
    case 'establish':
      return reorganised(
        await establish(root, { decision, unit: { ...make(unit(what.parent)), code: code(what.code) } }),
      )
    case 'merge': {
      const into = what.isNew ? { make: make(unit(what.into)) } : { unitId: unit(what.into) }
      return reorganised(await merge(root, { decision, unitIds: [unit(what.one), unit(what.two)], into }))
    }
    case 'split': {
      const into = [{ make: make(unit(what.two)) }, { unitId: unit(what.three) }]
      const there = await db
        .selectDistinct({ personId: memberships.personId })
        .from(memberships)
        .where(and(eq(memberships.unitId, unit(what.one)), onDay(memberships, what.day)))
        .orderBy(asc(memberships.personId))
      const people = there.flatMap(({ personId }, number) =>
        number % 2 === 0 ? [{ personId, to: number % 4 === 0 ? 0 : 1 }] : [],
      )
      const below = await db
        .selectDistinct({ unitId: unitStates.unitId })
        .from(unitStates)
        .where(and(eq(unitStates.parentId, unit(what.one)), onDay(unitStates, what.day)))
      const children = below.map((child) => ({ ...child, to: 0 }))
      return reorganised(
        await split(root, { decision, unitId: unit(what.one), into, people, children, stays: what.stays }),
      )
    }
    case 'rename':
      return reorganised(
        await rename(root, { decision, unitId: unit(what.one), name: `Tên ${world.names++}`, code: code(what.code) }),
      )
    case 'move':
      return reorganised(await move(root, { decision, unitId: unit(what.one), parentId: unit(what.parent) }))
    case 'dissolve': {
      const successorId = what.heir === null ? null : unit(what.heir)
      return reorganised(await dissolve(root, { decision, unitId: unit(what.one), successorId }))
    }
    case 'change-type':
      return reorganised(await changeType(root, { decision, unitId: unit(what.one), type: 'so_nganh' }))
    case 'add': {
      const form = { personId: at(world.people, what.person), unitId: unit(what.one), fromDay: what.day }
      const rest = { position: '', category: 'vien_chuc' as const, isMain: what.isMain }
      return done(await addMembership(root, { ...form, ...rest })) ? 'people' : 'refused'
    }
    case 'transfer': {
      const row = await held(what.person)
      const form = { membershipId: row?.id ?? '', toUnitId: unit(what.to), day: what.day, reason: 'điều động' }
      return done(await moveMembership(root, form)) ? 'people' : 'refused'
    }
    case 'leave': {
      const row = await held(what.person)
      const form = { membershipId: row?.id ?? '', day: what.day, reason: 'thôi việc' }
      return done(await endMembership(root, form)) ? 'people' : 'refused'
    }
  }
}

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
  for (const unitId of world.units.slice(0, 3)) totals.push(await totalsOf(root, unitId, on))
  return JSON.stringify({ states, lines, places, mains, totals })
}

async function picturesOf(world: World) {
  const pictures = new Map<string, { text: string; people: string[]; credits: number }>()
  for (const on of days)
    pictures.set(on, {
      text: await asOf(world, on),
      people: await peopleOn(world, on),
      credits: await creditsOn(world, on),
    })
  return pictures
}

async function peopleOn(world: World, on: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ personId: memberships.personId })
    .from(memberships)
    .where(and(inArray(memberships.personId, world.people), onDay(memberships, on)))
  return rows.map(({ personId }) => personId).sort()
}

async function holds(world: World) {
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
    const totals = await totalsOf(root, unitId, on)
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

test('after any sequence of events the tree is sound, the past is untouched, and nobody is lost or counted twice', {
  timeout: 120_000,
}, async () => {
  const did = { reorganised: 0, people: 0, refused: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 6, maxLength: 14 }), async (events) => {
      const world = await aWorld()
      let before = await picturesOf(world)
      for (const what of events) {
        const outcome = await happen(world, what)
        did[outcome]++
        const after = await picturesOf(world)
        for (const [on, was] of before) {
          const is = after.get(on)
          const isUntouched = outcome === 'refused' || on < what.day
          if (isUntouched) expect(is?.text === was.text, `${what.do} of ${what.day} changed ${on}`).toBe(true)
          if (outcome === 'reorganised') expect([is?.people, is?.credits]).toEqual([was.people, was.credits])
        }
        before = after
      }
      await holds(world)
      await successorsStand(world)
    }),
    { numRuns: 10 },
  )
  expect(did.reorganised).toBeGreaterThan(10)
  expect(did.people).toBeGreaterThan(3)
})

/** As-is: every unit of the past leads to units that stand on the day. */
async function successorsStand(world: World) {
  const timelines = await timelinesOf(db, world.units)
  for (const on of days) {
    const resolve = await resolveTo(on)
    for (const unitId of world.units)
      for (const heir of resolve(unitId)) expect(factsOn(timelines.get(heir) ?? [], on)).not.toBeNull()
  }
}
