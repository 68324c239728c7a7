import { and, asc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { db } from '#app/db/db.server.ts'
import { addMembership } from '#app/units/memberships/add-membership.server.ts'
import { endMembership } from '#app/units/memberships/end-membership.server.ts'
import { moveMembership } from '#app/units/memberships/move-membership.server.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { changeType } from '#app/units/reorganisations/change-type.server.ts'
import { dissolve } from '#app/units/reorganisations/dissolve.server.ts'
import { establish } from '#app/units/reorganisations/establish.server.ts'
import { merge } from '#app/units/reorganisations/merge.server.ts'
import { move } from '#app/units/reorganisations/move.server.ts'
import { rename } from '#app/units/reorganisations/rename.server.ts'
import { split } from '#app/units/reorganisations/split.server.ts'
import { memberships, unitStates } from '#app/units/schema.ts'
import { aPerson } from '#tests/factories.ts'
import { aDecision, aMembership, aUnit } from '#tests/units.ts'

const root = 'command-line'
export const days = ['2024-01-01', '2025-03-01', '2025-07-01', '2025-07-30', '2027-01-01']

/** Places in lists are taken round and round, so that every number means something. */
const place = fc.nat({ max: 30 })
const day = fc.constantFrom(...days)
/** Anything that a clerk may enter. */
export const event = fc.oneof(
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
export type Event = typeof event extends fc.Arbitrary<infer E> ? E : never

export type World = { province: string; units: string[]; people: string[]; names: number }

/** A province with five units below it and six people in them. */
export async function aWorld(): Promise<World> {
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
export async function happen(world: World, what: Event): Promise<'reorganised' | 'people' | 'refused'> {
  const at = <T>(list: T[], where: number) => list[where % list.length] as T
  const unit = (where: number) => at(world.units, where)
  const decision = aDecision(what.day)
  const code = (number: number) => (number === 0 ? null : `${world.province.slice(-8)}.${number}`)
  const make = (parentId: string) => ({ name: `Đơn vị mới ${world.names++}`, type: 'phong_so' as const, parentId })
  const held = (person: number) => membershipOf(at(world.people, person))
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
      const [unitId, into] = [unit(what.one), [{ make: make(unit(what.two)) }, { unitId: unit(what.three) }]]
      const sharedOut = { people: await listedIn(unitId, what.day), children: await directlyBelow(unitId, what.day) }
      return reorganised(await split(root, { decision, unitId, into, ...sharedOut, stays: what.stays }))
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

async function membershipOf(personId: string) {
  const [row] = await db.select().from(memberships).where(eq(memberships.personId, personId))
  return row
}

/** Every second of those in a unit, in turn to its first and its second part; the others stand in no list. */
async function listedIn(unitId: string, day: string) {
  const there = await db
    .selectDistinct({ personId: memberships.personId })
    .from(memberships)
    .where(and(eq(memberships.unitId, unitId), onDay(memberships, day)))
    .orderBy(asc(memberships.personId))
  return there.flatMap(({ personId }, number) => (number % 2 === 0 ? [{ personId, to: number % 4 === 0 ? 0 : 1 }] : []))
}

/** All go to the first part. */
async function directlyBelow(unitId: string, day: string) {
  const below = await db
    .selectDistinct({ unitId: unitStates.unitId })
    .from(unitStates)
    .where(and(eq(unitStates.parentId, unitId), onDay(unitStates, day)))
  return below.map((child) => ({ ...child, to: 0 }))
}
