import { desc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { auditLinesAbout } from '#app/audit/lines-about.server.ts'
import { db, write } from '#app/db/db.server.ts'
import { moveMembership } from '#app/units/memberships/move-membership.server.ts'
import { dissolve } from '#app/units/reorganisations/dissolve.server.ts'
import { establish } from '#app/units/reorganisations/establish.server.ts'
import { merge } from '#app/units/reorganisations/merge.server.ts'
import { rename } from '#app/units/reorganisations/rename.server.ts'
import { keptTrace, packed } from '#app/units/reorganisations/withdrawal/kept-trace.server.ts'
import type { Trace } from '#app/units/reorganisations/withdrawal/trace.ts'
import { withdraw } from '#app/units/reorganisations/withdrawal/withdraw.server.ts'
import { appoint } from '#app/units/roles/appoint.server.ts'
import { reorganisations } from '#app/units/schema.ts'
import { aliasesOf } from '#app/units/tree/aliases-of.server.ts'
import { setAliases } from '#app/units/tree/set-aliases.server.ts'
import { setSites } from '#app/units/tree/set-sites.server.ts'
import { aPerson } from '#tests/factories.ts'
import { aWorld, event, happen } from '#tests/unit-events.ts'
import { holds, successorsStand } from '#tests/unit-invariants.ts'
import { peopleOf } from '#tests/unit-reading.ts'
import { unitRows } from '#tests/unit-rows.ts'
import { aDecision, aMembership, aUnit, done, manages, onlyMade } from '#tests/units.ts'

const root = 'command-line' as const
const day = '2025-07-01'
const decision = aDecision(day)

/** Two communes of a province that become one, with people, a role and a site. */
async function aMerger() {
  const province = await aUnit({ type: 'tinh' })
  const [one, two] = [await aUnit({ type: 'xa', parentId: province }), await aUnit({ type: 'xa', parentId: province })]
  const office = await aUnit({ parentId: one, aliases: ['VP'] })
  const [person, officer] = [await aPerson(), await aPerson({ role: 'manager' })]
  const membershipId = await aMembership({ personId: person.id, unitId: one })
  await aMembership({ personId: person.id, unitId: two, fromDay: '2025-09-01' })
  const role = { personId: officer.id, unitId: two, role: 'manager' as const, fromDay: '2021-01-01', reason: 'QĐ' }
  done(await appoint(root, role))
  done(await setSites(root, { unitId: one, placeIds: [two], fromDay: '2021-01-01', reason: 'QĐ' }))
  const before = await unitRows()
  const make = { name: `Xã Chung ${province}`, type: 'xa' as const, parentId: province }
  const outcome = done(await merge(root, { decision, unitIds: [one, two], into: { make } }))
  return {
    province,
    one,
    two,
    office,
    person,
    membershipId,
    before,
    id: outcome.reorganisationId,
    made: onlyMade(outcome),
  }
}

test('a decision entered wrongly is withdrawn with a reason: everything is as it was, and the audit keeps it', async () => {
  const { id, before } = await aMerger()
  expect(await withdraw(root, id, ' ')).toEqual({ problems: [{ problem: 'reason-needed' }] })
  expect(await withdraw(root, id, 'nhập nhầm xã')).toEqual({ unitId: expect.any(String) })

  expect(await unitRows()).toEqual(before)
  expect((await auditLinesAbout('reorganisation', id)).at(-1)).toMatchObject({
    verb: 'units.withdraw',
    before: { kind: 'merge', effectiveDay: day },
    reason: 'nhập nhầm xã',
  })
  expect(await withdraw(root, id, 'lần nữa')).toBeNull()
})

test('other names given by hand since a decision stay when it is withdrawn; those of units it made go', async () => {
  const { id, one, office, made } = await aMerger()
  const reason = 'Công văn 5'
  done(await setAliases(root, { unitId: office, names: ['VP', 'Văn phòng Một'], reason }))
  done(await setAliases(root, { unitId: one, names: ['Xã Một'], reason }))
  done(await setAliases(root, { unitId: made, names: ['Xã Chung'], reason }))
  expect(await withdraw(root, id, 'nhập nhầm xã')).toEqual({ unitId: expect.any(String) })

  expect(await aliasesOf(office)).toEqual(['VP', 'Văn phòng Một'])
  expect(await aliasesOf(one)).toEqual(['Xã Một'])
  expect(await aliasesOf(made)).toEqual([])
})

test('a trace is kept in little room, and one kept whole, as before, is withdrawn as well', async () => {
  const { id, before } = await aMerger()
  const [row] = await db.select().from(reorganisations).where(eq(reorganisations.id, id))
  const trace = keptTrace(row?.details)
  if (!trace) throw new Error('no trace')
  const many = { ...trace, places: { before: [], after: Array.from({ length: 2_000 }, anyPlace) } }
  expect(keptTrace(packed(many))).toEqual(many)
  expect(packed(many).packed.length).toBeLessThan(JSON.stringify(many).length / 4)

  await write((tx) => tx.update(reorganisations).set({ details: { trace } }).where(eq(reorganisations.id, id)))
  done(await withdraw(root, id, 'nhập nhầm xã'))
  expect(await unitRows()).toEqual(before)
})

function anyPlace(): Trace['places']['after'][number] {
  const [id, personId] = [crypto.randomUUID(), crypto.randomUUID()]
  return {
    ...{ id, personId, unitId: 'a', originId: id, fromDay: day, toDay: '9999-12-31', since: day },
    ...{ position: 'Chuyên viên', category: 'cong_chuc', isMain: true, waitsFromId: null },
    ...{ reason: null, endReason: null, batchId: null, reorganisationId: 'r' },
  }
}

test('what something was built upon is not withdrawn, and the unit or person is named', async () => {
  const upon: Array<[string, (merger: Awaited<ReturnType<typeof aMerger>>) => Promise<unknown>]> = [
    ['unitId', ({ made }) => aUnit({ parentId: made, from: '2025-08-01' })],
    [
      'unitId',
      async ({ made }) => done(await rename(root, { decision: aDecision('2025-08-01'), unitId: made, name: 'Xã X' })),
    ],
    [
      'personId',
      async ({ made }) => aMembership({ personId: (await aPerson()).id, unitId: made, fromDay: '2025-08-01' }),
    ],
    [
      'unitId',
      async ({ made }) => {
        const { id: personId } = await aPerson()
        done(await appoint(root, { personId, unitId: made, role: 'trainer', fromDay: '2025-08-01', reason: 'QĐ' }))
      },
    ],
    [
      'unitId',
      async ({ office }) =>
        done(await dissolve(root, { decision: aDecision('2025-08-01'), unitId: office, successorId: null })),
    ],
  ]
  for (const [about, build] of upon) {
    const merger = await aMerger()
    await build(merger)
    const before = await unitRows()
    expect(await withdraw(root, merger.id, 'nhầm')).toEqual({
      problems: expect.arrayContaining([{ problem: 'built-upon', [about]: expect.any(String) }]),
    })
    expect(await unitRows()).toEqual(before)
  }
})

test('somebody who has moved on since keeps a decision from being withdrawn until they are back', async () => {
  const { id, made, office, person } = await aMerger()
  const held = (await peopleOf(root, { unitId: made, day, isDirect: true }))?.people[0]
  const form = { membershipId: held?.membershipId ?? '', toUnitId: office, day: '2025-08-01', reason: 'QĐ' }
  done(await moveMembership(root, form))
  expect(await withdraw(root, id, 'nhầm')).toEqual({ problems: [{ problem: 'built-upon', personId: person.id }] })
})

test('a decision whose code or name somebody has taken since does not come back', async () => {
  const parentId = await aUnit({ type: 'tinh' })
  const unitId = await aUnit({ parentId, name: 'Phòng Một Tên' })
  const { reorganisationId } = done(await rename(root, { decision, unitId, name: 'Phòng Tên Khác' }))
  const other = onlyMade(
    done(await establish(root, { decision, unit: { name: 'Phòng Một Tên', type: 'phong_so', parentId } })),
  )
  expect(await withdraw(root, reorganisationId, 'nhầm')).toEqual({
    problems: [{ problem: 'name-taken', unitId: other }],
  })
})

test('only administrators withdraw; managers their classes and teams', async () => {
  const manager = await aPerson({ role: 'manager' })
  const own = await manages(manager)
  const team = { name: 'Tổ Một', type: 'to_cnsc' as const, parentId: own }
  const light = done(await establish(manager, { decision: { ...decision, effectiveDay: '2026-01-01' }, unit: team }))
  const heavy = done(await rename(root, { decision, unitId: own, name: 'Phòng Đổi' }))

  for (const who of [await aPerson({ role: 'manager' }), await aPerson()])
    expect(await withdraw(who, light.reorganisationId, 'x')).toBeNull()
  expect(await withdraw(manager, heavy.reorganisationId, 'x')).toBeNull()
  expect(await withdraw(manager, light.reorganisationId, 'lập nhầm')).toEqual({ unitId: own })
  expect(await withdraw(await aPerson({ role: 'administrator' }), heavy.reorganisationId, 'x')).toEqual({ unitId: own })
})

test('after any sequence of events the last decision withdrawn leaves no trace, and any other leaves the tree sound', {
  timeout: 120_000,
}, async () => {
  const did = { withdrawn: 0, later: 0, kept: 0 }
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 8, maxLength: 14 }), async (events) => {
      const world = await aWorld()
      const ids: string[] = []
      for (const [place, what] of events.entries()) {
        const before = await unitRows()
        if ((await happen(world, what)) !== 'reorganised') continue
        if (place % 3 > 0) {
          ids.push(await latest())
          continue
        }
        done(await withdraw(root, await latest(), 'thử'))
        expect(await unitRows(), `${what.do} of ${what.day}`).toEqual(before)
        did.withdrawn++
      }
      for (const id of ids) {
        const outcome = await withdraw(root, id, 'thử')
        if (outcome && 'problems' in outcome) did.kept++
        else did.later++
      }
      await holds(world)
      await successorsStand(world)
    }),
    { numRuns: 50 },
  )
  expect(did.withdrawn).toBeGreaterThan(10)
  expect(did.later).toBeGreaterThan(3)
  expect(did.kept).toBeGreaterThan(0)
})

async function latest(): Promise<string> {
  const [row] = await db
    .select({ id: reorganisations.id })
    .from(reorganisations)
    .orderBy(desc(reorganisations.id))
    .limit(1)
  return row?.id ?? ''
}
