import { eq, inArray } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { certificatesOf } from '#app/certificates/certificates-of.server.ts'
import { db } from '#app/db/db.server.ts'
import { mergePeople } from '#app/intake/duplicates/merge-people.server.ts'
import { unmergePeople } from '#app/intake/duplicates/unmerge-people.server.ts'
import { identityNumberOf } from '#app/people/identity-number-of.server.ts'
import { merges } from '#app/people/schema.ts'
import { setIdentityNumber } from '#app/units/identity-numbers/set-identity-number.server.ts'
import { endMembership } from '#app/units/memberships/end-membership.server.ts'
import { merge as mergeUnits } from '#app/units/reorganisations/merge.server.ts'
import { mainMemberships, memberships } from '#app/units/schema.ts'
import { award } from '#tests/certificates.ts'
import { anEdition, aPerson } from '#tests/factories.ts'
import { merge, rowsOf, unmerge, why } from '#tests/merging.ts'
import { aDecision, aMembership, aUnit, done } from '#tests/units.ts'

const addDays = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

test('a merge and its undoing give back exactly the rows, whatever places the two had', async () => {
  const units = [await aUnit(), await aUnit(), await aUnit()]
  const place = fc.record({
    who: fc.nat({ max: 1 }),
    unit: fc.nat({ max: 2 }),
    from: fc.nat({ max: 300 }),
    days: fc.option(fc.integer({ min: 1, max: 200 })),
    isMain: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(place, { maxLength: 8 }), async (places) => {
      const both = [await aPerson(), await aPerson()]
      const [keep, fold] = both
      if (!keep || !fold) throw new Error('nobody')
      for (const { who, unit, from, days, isMain } of places) {
        const fromDay = addDays('2024-01-01', from)
        await aMembership({
          personId: both[who]?.id ?? '',
          unitId: units[unit] ?? '',
          fromDay,
          isMain,
          ...(days && { toDay: addDays(fromDay, days) }),
        }).catch(() => {}) // twice in a unit on one day is refused
      }
      const before = await rowsOf(keep, fold)
      const daysBefore = await daysIn(keep, fold)

      const mergeId = await merge(keep, fold)
      expect(await daysIn(keep, fold)).toEqual(daysBefore)
      expect(await db.select().from(memberships).where(eq(memberships.personId, fold.id))).toEqual([])
      await unmerge(mergeId)

      expect(await rowsOf(keep, fold)).toEqual(before)
    }),
    { numRuns: 25 },
  )
})

/** On which days somebody of these was in a unit: a merge neither adds nor loses one. */
async function daysIn(...persons: Array<{ id: string }>): Promise<string[]> {
  const ids = persons.map(({ id }) => id)
  const rows = await db.select().from(memberships).where(inArray(memberships.personId, ids))
  const days = new Set<string>()
  for (const { unitId, fromDay, toDay } of rows)
    for (let day = fromDay; day < toDay && day < '2025-12-31'; day = addDays(day, 1)) days.add(`${unitId} ${day}`)
  return [...days].sort()
}

test('one person is counted once after a merge, by the unit they were counted by', async () => {
  const [keep, fold] = [await aPerson(), await aPerson()]
  const [own, shared, other] = [await aUnit(), await aUnit(), await aUnit()]
  await aMembership({ personId: keep.id, unitId: own })
  await aMembership({ personId: keep.id, unitId: shared, isMain: false })
  await aMembership({ personId: fold.id, unitId: shared, position: 'Phó Chủ tịch' })
  await aMembership({ personId: fold.id, unitId: other })

  await merge(keep, fold)

  const mains = await db
    .select()
    .from(mainMemberships)
    .where(inArray(mainMemberships.personId, [keep.id, fold.id]))
  expect(mains).toMatchObject([{ personId: keep.id, unitId: own }])
  const places = await db.select().from(memberships).where(eq(memberships.personId, keep.id))
  expect(places.map(({ unitId }) => unitId).sort()).toEqual([own, shared, other].sort())
  expect(places.find(({ unitId }) => unitId === shared)?.position).toBe('Chuyên viên')
})

test('a reorganisation and a move after the merge stand, and its undoing still gives everybody a place', async () => {
  const [keep, fold] = [await aPerson(), await aPerson()]
  const [one, other, third] = [await aUnit(), await aUnit(), await aUnit()]
  await aMembership({ personId: keep.id, unitId: one })
  await aMembership({ personId: fold.id, unitId: one })
  await aMembership({ personId: fold.id, unitId: other, isMain: false })
  await aMembership({ personId: fold.id, unitId: third, isMain: false })
  const mergeId = await merge(keep, fold)
  const unit = { name: 'Xã Mỹ Phong mới', type: 'phong_so' as const, parentId: null }
  done(
    await mergeUnits('command-line', {
      decision: aDecision('2025-07-01'),
      unitIds: [one, other],
      into: { make: unit },
    }),
  )
  const [left] = (await db.select().from(memberships).where(eq(memberships.personId, keep.id))).filter(
    ({ unitId }) => unitId === third,
  )
  done(await endMembership('command-line', { membershipId: left?.id ?? '', day: '2025-09-01', reason: 'Nghỉ hưu' }))

  await unmerge(mergeId)

  const back = await db.select().from(memberships).where(eq(memberships.personId, fold.id))
  expect(back.find(({ unitId }) => unitId === one)?.toDay).toBe('2025-07-01')
  expect(back.find(({ unitId }) => unitId === third)?.toDay).toBe('2025-09-01')
  const kept = await db.select().from(memberships).where(eq(memberships.personId, keep.id))
  expect(kept.some(({ unitId, toDay }) => unitId === one && toDay === '2025-07-01')).toBe(true)
  expect(kept.some(({ toDay }) => toDay === '9999-12-31')).toBe(true)
})

test('an identity number goes along and comes back; two numbers are two people', async () => {
  const [keep, fold, other] = [await aPerson(), await aPerson(), await aPerson()]
  await setIdentityNumber('command-line', fold.id, '999190002001')
  await setIdentityNumber('command-line', other.id, '999190002002')
  const before = await rowsOf(keep, fold)
  const mergeId = await merge(keep, fold)

  expect((await identityNumberOf(keep.id))?.number).toBe('999190002001')
  expect(await mergePeople('command-line', keep.id, other.id, why)).toEqual({ problem: 'two-numbers' })
  await unmerge(mergeId)
  expect(await rowsOf(keep, fold)).toEqual(before)

  const again = await merge(keep, fold)
  await setIdentityNumber('command-line', keep.id, '999190002003', new Date(Date.now() + 1_000))
  await unmerge(again)
  expect((await identityNumberOf(keep.id))?.number).toBe('999190002003')
})

test('of three accounts the last kept one has all, and they are undone in turn', async () => {
  const [one, two, three] = [await aPerson(), await aPerson(), await aPerson()]
  await aMembership({ personId: one.id, unitId: await aUnit() })
  const edition = await anEdition()
  await award(one, edition.id)
  const before = await rowsOf(one, two, three)
  const first = await merge(two, one)
  const second = await merge(three, two)

  expect(await certificatesOf(three, three.id)).toHaveLength(1)
  expect(await unmergePeople('command-line', first, 'Nhầm')).toEqual({ problem: 'merged-further' })
  await unmerge(second)
  expect(await certificatesOf(two, two.id)).toHaveLength(1)
  await unmerge(first)
  await unmerge(first)

  expect(await rowsOf(one, two, three)).toEqual(before)
  expect(await db.select().from(merges).where(eq(merges.foldedId, one.id))).toMatchObject([{ undoReason: 'Nhầm' }])
})
