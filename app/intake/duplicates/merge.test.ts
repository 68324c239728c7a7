import { eq, inArray } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { auditLinesAbout } from '#app/audit/lines-about.server.ts'
import { certificatesOf } from '#app/certificates/certificates-of.server.ts'
import { hoursIn } from '#app/certificates/hours.ts'
import { verify } from '#app/certificates/verify.server.ts'
import { db, write } from '#app/db/db.server.ts'
import { coursesOf } from '#app/enrolments/courses-of.server.ts'
import { enrol } from '#app/enrolments/enrol.server.ts'
import { enrolments } from '#app/enrolments/schema.ts'
import { mergePeople } from '#app/intake/duplicates/merge-people.server.ts'
import { unmergePeople } from '#app/intake/duplicates/unmerge-people.server.ts'
import { rebuild } from '#app/ledger/rebuild.server.ts'
import { record } from '#app/ledger/record.server.ts'
import { closeAccount } from '#app/people/close-account.server.ts'
import { identityNumberOf } from '#app/people/identity-number-of.server.ts'
import { personById } from '#app/people/person-by-id.server.ts'
import { aliases, identityNumbers, merges, people } from '#app/people/schema.ts'
import { sessionOf } from '#app/people/session-of.server.ts'
import { setRole } from '#app/people/set-role.server.ts'
import { signIn } from '#app/people/sign-in.server.ts'
import { setIdentityNumber } from '#app/units/identity-numbers/set-identity-number.server.ts'
import { endMembership } from '#app/units/memberships/end-membership.server.ts'
import { merge as mergeUnits } from '#app/units/reorganisations/merge.server.ts'
import { headcountChanges, mainMemberships, memberships } from '#app/units/schema.ts'
import { award } from '#tests/certificates.ts'
import { anEdition, aPerson } from '#tests/factories.ts'
import { allLessons } from '#tests/learning.ts'
import { aMember, goodPassword } from '#tests/people.ts'
import { projectionsOf } from '#tests/projections.ts'
import { aDecision, aMembership, aUnit, done, manages } from '#tests/units.ts'

const addDays = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
const why = 'Hai lần nhập của một người'
const merge = async (keep: { id: string }, fold: { id: string }) =>
  done(await mergePeople('command-line', keep.id, fold.id, why)).mergeId
const unmerge = async (mergeId: string) => done(await unmergePeople('command-line', mergeId, 'Nhầm'))

/** Everything that a merge may touch, of these people. */
async function rowsOf(...persons: Array<{ id: string }>) {
  const ids = persons.map(({ id }) => id)
  const sorted = <Row>(rows: Row[]) => rows.map((row) => JSON.stringify(row)).sort()
  return {
    people: sorted(await db.select().from(people).where(inArray(people.id, ids))),
    memberships: sorted(await db.select().from(memberships).where(inArray(memberships.personId, ids))),
    mains: sorted(await db.select().from(mainMemberships).where(inArray(mainMemberships.personId, ids))),
    headcounts: sorted((await db.select().from(headcountChanges)).filter(({ change }) => change !== 0)),
    numbers: sorted(await db.select().from(identityNumbers).where(inArray(identityNumbers.personId, ids))),
    aliases: sorted(await db.select().from(aliases).where(inArray(aliases.personId, ids))),
    learning: await Promise.all(persons.map(projectionsOf)),
  }
}

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

test('papers of both count for the kept account, a course once, and stay valid as they were issued', async () => {
  const [keep, fold] = [await aPerson(), await aPerson({ fullName: 'Nguyễn Thị Bé ba' })]
  const sheet = { hours: 10, code: 'CB2' }
  const [first, second] = [await anEdition({ slug: 'cb2-m', sheet }), await anEdition({ slug: 'cb2-m', sheet })]
  const third = await anEdition({ sheet: { hours: 4, code: 'CD9' } })
  await award(keep, first.id)
  await award(fold, second.id)
  await award(fold, third.id)
  const before = await certificatesOf(fold, fold.id)

  const mergeId = await merge(keep, fold)

  const papers = (await certificatesOf(keep, keep.id)) ?? []
  expect(papers).toHaveLength(3)
  expect(hoursIn(2026, papers).total).toBe(14)
  for (const { code, facts } of before ?? [])
    expect(await verify(code)).toMatchObject({ state: 'valid', facts: { fullName: facts.fullName } })
  await unmerge(mergeId)
  expect(await certificatesOf(fold, fold.id)).toEqual(before)
  expect(hoursIn(2026, (await certificatesOf(keep, keep.id)) ?? []).total).toBe(10)
})

test('what was completed in the folded account stands among one’s courses once, and the ledger rebuilds the same rows', async () => {
  const [keep, fold] = [await aPerson(), await aPerson()]
  const [both, onlyFolded, halfDone] = [await anEdition(), await anEdition(), await anEdition()]
  await enrol(keep, both.slug)
  for (const edition of [both, onlyFolded]) await record(fold, { events: allLessons(edition) })
  await record(keep, { events: allLessons(both).slice(0, 1) })
  await record(fold, { events: allLessons(halfDone).slice(0, 1) })
  await write((tx) =>
    tx
      .update(enrolments)
      .set({ completedAt: new Date() })
      .where(inArray(enrolments.editionId, [both.id, onlyFolded.id])),
  )
  await write((tx) => tx.update(enrolments).set({ completedAt: null }).where(eq(enrolments.personId, keep.id)))
  const before = await Promise.all([keep, fold].map(projectionsOf))

  await merge(keep, fold)

  const courses = await coursesOf(keep)
  expect(courses.map(({ slug }) => slug).sort()).toEqual([both.slug, onlyFolded.slug].sort())
  expect(courses.every(({ completedAt }) => completedAt !== null)).toBe(true)
  expect(await Promise.all([keep, fold].map(projectionsOf))).toEqual(before)
  await rebuild('command-line', 'all')
  expect((await projectionsOf(fold)).progress).toEqual(before[1]?.progress)
  expect((await projectionsOf(keep)).progress).toEqual(before[0]?.progress)
})

test('who signs in to the folded account is told which one to use, and only with the right password', async () => {
  const keep = await aMember({ contact: 'keep@example.vn' })
  const fold = await aMember({ contact: '0987654321' })
  const enter = (account: string, password = goodPassword) =>
    signIn({ account, password, device: '?', isShared: false })
  const mergeId = await merge(keep, fold)

  expect(await sessionOf(fold.token)).toBeNull()
  for (const name of [fold.username, '0987654321'])
    expect(await enter(name)).toEqual({ problem: 'merged', into: keep.username })
  expect(await enter(fold.username, 'bánh bò 3 trứng')).toEqual({ problem: 'wrong' })
  expect(await enter(keep.username)).toMatchObject({ person: { id: keep.id } })
  expect(await personById('command-line', fold.id)).toBeNull()

  await unmerge(mergeId)
  expect(await enter(fold.username)).toMatchObject({ person: { id: fold.id } })
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

test('managers merge learners whom they look after, and nobody merges themselves', async () => {
  const manager = await aPerson({ role: 'manager' })
  const [keep, fold, stranger, trainer] = [
    await aPerson(),
    await aPerson(),
    await aPerson(),
    await aPerson({ role: 'trainer' }),
  ]
  const unitId = await manages(manager, keep, fold, trainer)
  await aMembership({ personId: manager.id, unitId })
  await manages(await aPerson({ role: 'manager' }), stranger)

  for (const [who, one, other] of [
    [manager, keep, stranger],
    [manager, stranger, keep],
    [manager, manager, fold],
    [manager, keep, manager],
    [manager, keep, trainer],
    [keep, keep, fold],
    [trainer, keep, fold],
  ] as const)
    expect(await mergePeople(who, one.id, other.id, why)).toBeNull()
  expect(await mergePeople(manager, keep.id, keep.id, why)).toEqual({ problem: 'same-person' })
  expect(await mergePeople(manager, keep.id, fold.id, ' ')).toEqual({ problem: 'reason-needed' })
  const { mergeId } = done(await mergePeople(manager, keep.id, fold.id, why))
  expect(await mergePeople(manager, keep.id, fold.id, why)).toBeNull()
  expect(await unmergePeople(await aPerson({ role: 'manager' }), mergeId, 'Nhầm')).toBeNull()
  expect(await unmergePeople(manager, mergeId, '')).toEqual({ problem: 'reason-needed' })
  expect(await unmergePeople(manager, mergeId, 'Nhầm')).toEqual({ unmerged: true })

  const lines = async (id: string) => (await auditLinesAbout('person', id)).map(({ verb }) => verb)
  expect(await lines(keep.id)).toEqual(expect.arrayContaining(['people.merge', 'people.unmerge']))
  expect(await lines(fold.id)).toEqual(expect.arrayContaining(['people.fold', 'people.unmerge']))
})

test('rights do not go along, and the last administrator is not folded away', async () => {
  const keep = await aPerson()
  const admin = await aPerson({ role: 'administrator' })
  const others = await db.select().from(people).where(eq(people.role, 'administrator'))
  expect(others).toHaveLength(1)
  expect(await mergePeople('command-line', keep.id, admin.id, why)).toEqual({ problem: 'last-administrator' })

  await aPerson({ role: 'administrator' })
  await merge(keep, admin)
  expect(await personById('command-line', keep.id)).toMatchObject({ role: 'learner' })
  expect(await setRole('command-line', admin.id, 'trainer', why)).toBeNull()
})

test('closing the kept account forgets who the folded ones were, and nothing can be undone then', async () => {
  const [keep, fold] = [
    await aMember({ fullName: 'Tạ Thị Út' }),
    await aMember({ fullName: 'Tạ Thị Utt', contact: '0977777777' }),
  ]
  const mergeId = await merge(keep, fold)

  await closeAccount(keep, goodPassword)

  const left = JSON.stringify(
    await db
      .select()
      .from(people)
      .where(inArray(people.id, [keep.id, fold.id])),
  )
  for (const secret of ['Utt', 'Út', '977777777', fold.username]) expect(left).not.toContain(secret)
  expect(await unmergePeople('command-line', mergeId, 'Nhầm')).toEqual({ problem: 'closed-since' })
})
