import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { db, write } from '#app/db/db.server.ts'
import { enrolments } from '#app/enrolments/schema.ts'
import { cancelBatch } from '#app/intake/cancel-batch.server.ts'
import { commitBatch } from '#app/intake/commit-batch.server.ts'
import { issueCodes } from '#app/intake/issue-codes.server.ts'
import { undoBatch } from '#app/intake/undo-batch.server.ts'
import { workDue } from '#app/intake/work-due.server.ts'
import { resetPassword } from '#app/people/reset-password.server.ts'
import { oneTimeCodes, people } from '#app/people/schema.ts'
import { hashOf } from '#app/people/token.server.ts'
import { moveMembership } from '#app/units/memberships/move-membership.server.ts'
import { merge } from '#app/units/reorganisations/merge.server.ts'
import { memberships } from '#app/units/schema.ts'
import { anEdition, aPerson } from '#tests/factories.ts'
import { aCheckedList, aList, batchAt, everythingCounted, peopleBy, rowsAt, takeBack, takeIn } from '#tests/lists.ts'
import { goodPassword } from '#tests/people.ts'
import { headcountOf } from '#tests/unit-reading.ts'
import { aDecision, aMembership, aUnit, done, manages } from '#tests/units.ts'

const names = fc.constantFrom('Lê Văn Tám', 'Tạ Thị Út', 'Y Phương', 'Nguyễn Thị Bé Ba', 'Trần Văn An')
const line = fc.record({
  name: names,
  year: fc.option(fc.integer({ min: 1960, max: 1963 }), { nil: undefined }),
  phone: fc.option(fc.constantFrom('0911111111', '0922222222'), { nil: undefined }),
  unit: fc.constantFrom('', 'Phòng Một', 'Phòng Hai', 'Phòng Nào'),
})

test('whatever a list holds, taking it in and back leaves everything as it was', { timeout: 120_000 }, async () => {
  const unitId = await aUnit()
  for (const name of ['Phòng Một', 'Phòng Hai']) await aUnit({ name, parentId: unitId })
  const known = await aPerson({ fullName: 'Lê Văn Tám' })
  await write((tx) => tx.update(people).set({ birthYear: 1961 }).where(eq(people.id, known.id)))
  await aMembership({ personId: known.id, unitId })

  const lists = fc.array(fc.array(line, { minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 3 })
  const property = fc.asyncProperty(lists, async (some) => {
    const states: Array<{ id: string; before: unknown }> = []
    for (const lines of some) {
      const before = await everythingCounted()
      const id = await aCheckedList(unitId, [{ name: 'Hồ Thị Đầu', year: 1955 }, ...lines])
      await takeIn(id)
      expect((await batchAt(id)).state).toBe('committed')
      states.push({ id, before })
    }
    for (const { id, before } of states.reverse()) {
      await takeBack(id)
      expect((await batchAt(id)).state).toBe('undone')
      expect(await everythingCounted()).toEqual(before)
    }
  })
  await fc.assert(property, { numRuns: 5 })
})

test('who has learnt something meanwhile keeps account and records; only the place goes, and the undo says so', async () => {
  const unitId = await aUnit()
  const id = await aCheckedList(unitId, [
    { name: 'Lâm Thị Học', year: 1990 },
    { name: 'Lâm Văn Nghỉ', year: 1991 },
    { name: 'Lâm Thị Vào', year: 1992 },
  ])
  await takeIn(id)
  const [learner, idle, signedIn] = (await rowsAt(id)).map(({ personId }) => personId ?? '')
  const { id: editionId, courseId } = await anEdition()
  const enrolment = { id: 'x', personId: learner ?? '', courseId, editionId, startedAt: new Date() }
  await write((tx) => tx.insert(enrolments).values(enrolment))
  await write((tx) =>
    tx
      .update(people)
      .set({ passwordHash: 'x' })
      .where(eq(people.id, signedIn ?? '')),
  )

  await takeBack(id)
  expect(await batchAt(id)).toMatchObject({ state: 'undone', counts: { made: 3, removed: 1, kept: 2 } })
  expect((await rowsAt(id)).map(({ outcome }) => outcome)).toEqual(['kept', 'removed', 'kept'])
  expect(await peopleBy(id)).toEqual([])
  expect(
    await db
      .select()
      .from(people)
      .where(eq(people.id, idle ?? '')),
  ).toEqual([])
  const [kept] = await db
    .select()
    .from(people)
    .where(eq(people.id, learner ?? ''))
  expect(kept).toMatchObject({ fullName: 'Lâm Thị Học', closedAt: null })
})

test('a place that a reorganisation has carried on goes too', async () => {
  const [one, two] = [await aUnit(), await aUnit()]
  const id = await aCheckedList(one, [{ name: 'Lữ Văn Sáp', year: 1980 }], { fromDay: '2026-01-01' })
  await takeIn(id)
  const before = await db.select().from(memberships).where(eq(memberships.batchId, id))
  expect(before).toHaveLength(1)
  const unit = { name: 'Đơn vị mới', type: 'phong_so' as const, parentId: null }
  done(await merge('command-line', { decision: aDecision('2026-06-01'), unitIds: [one, two], into: { make: unit } }))
  expect(await db.select().from(memberships).where(eq(memberships.batchId, id))).toHaveLength(2)
  await takeBack(id)
  expect(await db.select().from(memberships).where(eq(memberships.batchId, id))).toEqual([])
})

test('whoever was moved since stays where somebody put them, and is gone from where the list did', async () => {
  const [unitId, other] = [await aUnit(), await aUnit()]
  const before = await headsOn(unitId, '2026-03-01')
  const id = await aCheckedList(unitId, [{ name: 'Tạ Thị Dời', year: 1990 }], { fromDay: '2026-02-01' })
  await takeIn(id)
  const [place] = await db.select().from(memberships).where(eq(memberships.batchId, id))
  const form = { membershipId: place?.id ?? '', toUnitId: other, day: '2026-04-01', reason: 'QĐ 7' }
  done(await moveMembership('command-line', form))

  await takeBack(id)

  expect(await batchAt(id)).toMatchObject({ state: 'undone', counts: { removed: 0, kept: 1 } })
  const left = await db
    .select()
    .from(memberships)
    .where(eq(memberships.personId, place?.personId ?? ''))
  expect(left).toMatchObject([{ unitId: other, fromDay: '2026-04-01', batchId: null }])
  expect([await headsOn(unitId, '2026-03-01'), await headsOn(unitId, '2026-05-01')]).toEqual([before, before])
  expect(await headsOn(other, '2026-05-01')).toBe(1)
})

test('a long list is counted at once, and taken back at once', { timeout: 60_000 }, async () => {
  const unitId = await aUnit({ from: '2026-01-01' })
  const lines = Array.from({ length: 1_100 }, (_, at) => ({ name: `Mã Thị ${word(at)}`, year: 1960 + (at % 40) }))
  const heads: number[] = []
  const whenWritten = async (id: string) => {
    const worker = workDue()
    let isOver = false
    const over = worker.finally(() => {
      isOver = true
    })
    while (!isOver) {
      heads.push(await headsOn(unitId, '2026-11-01'))
      await new Promise((wake) => setTimeout(wake, 10))
    }
    await over
    return batchAt(id)
  }
  const id = await aCheckedList(unitId, lines, { fromDay: '2026-10-01' })
  done(await commitBatch('command-line', id, { leaveUndecided: true }))
  expect((await whenWritten(id)).counts).toMatchObject({ joined: 1_100 })
  done(await undoBatch('command-line', id, 'Nhầm'))
  expect((await whenWritten(id)).counts).toMatchObject({ removed: 1_100 })
  expect([...new Set(heads)].filter((count) => count !== 0 && count !== 1_100)).toEqual([])
  expect(await headsOn(unitId, '2026-11-01')).toBe(0)
})

async function headsOn(unitId: string, day: string) {
  return (await headcountOf('command-line', unitId, day))?.people ?? 0
}

function word(at: number): string {
  return [...String(at)]
    .map((digit) => ['Ba', 'Ca', 'Da', 'Ga', 'Ha', 'La', 'Ma', 'Na', 'Ta', 'Va'][Number(digit)])
    .join(' ')
}

test('an undo needs a reason, and undoing twice is undoing once', async () => {
  const unitId = await aUnit()
  const id = await aCheckedList(unitId, [{ name: 'Lý Văn Hai', year: 1980 }])
  expect(await undoBatch('command-line', id, 'Sai')).toEqual({ problem: 'too-late' })
  await takeIn(id)
  expect(await undoBatch('command-line', id, '  ')).toEqual({ problem: 'reason-needed' })
  await takeBack(id)
  expect(await undoBatch('command-line', id, 'Sai')).toEqual({ state: 'undoing' })
  await workDue()
  expect((await batchAt(id)).counts).toMatchObject({ made: 1, removed: 1 })
  expect(await commitBatch('command-line', id)).toEqual({ problem: 'too-late' })
})

test('before it is taken in a list can be called off, later only undone', async () => {
  const unitId = await aUnit()
  const id = await aList(unitId, [{ name: 'Lý Văn Ba', year: 1980 }])
  expect(await cancelBatch('command-line', id)).toEqual({ state: 'cancelled' })
  await workDue()
  expect((await batchAt(id)).state).toBe('cancelled')
  const other = await aCheckedList(unitId, [{ name: 'Lý Văn Ba', year: 1980 }])
  await takeIn(other)
  expect(await cancelBatch('command-line', other)).toEqual({ problem: 'too-late' })
})

test('people of a list set their own password with a code that is told once, in lists by unit and name', async () => {
  const manager = await aPerson({ role: 'manager' })
  const unitId = await manages(manager)
  const team = await aUnit({ name: 'Tổ Hai', parentId: unitId })
  const id = await aCheckedList(
    unitId,
    [
      { name: 'Nguyễn Văn Ưng', year: 1990, unit: 'Tổ Hai' },
      { name: 'Trần Văn An', year: 1990, unit: 'Tổ Hai' },
      { name: 'Lê Thị Ân', year: 1990 },
    ],
    { who: manager },
  )
  expect(await issueCodes(manager, { batchId: id })).toEqual({ problem: 'not-committed' })
  await takeIn(id, manager)
  const first = done(await issueCodes(manager, { batchId: id }))
  const named = first.sheets.map((sheet) => [sheet.unitId, ...sheet.people.map(({ fullName }) => fullName)])
  expect(named.sort()).toEqual(
    [
      [unitId, 'Lê Thị Ân'],
      [team, 'Trần Văn An', 'Nguyễn Văn Ưng'],
    ].sort(),
  )

  const second = done(await issueCodes(manager, { unitId: team }))
  const [an] = second.sheets[0]?.people ?? []
  const old = first.sheets.flatMap((sheet) => sheet.people).find(({ fullName }) => fullName === 'Trần Văn An')
  expect(await resetPassword(old?.code ?? '', goodPassword)).toEqual({ problems: { code: 'code-wrong' } })
  expect(await resetPassword(an?.code ?? '', goodPassword)).toEqual({ username: an?.username })
  const kept = await db.select({ codeHash: oneTimeCodes.codeHash }).from(oneTimeCodes)
  expect(kept.map(({ codeHash }) => codeHash)).toContain(hashOf(an?.code ?? ''))

  const third = done(await issueCodes(manager, { unitId: team }))
  expect(third.sheets[0]?.people.map(({ fullName }) => fullName)).toEqual(['Nguyễn Văn Ưng'])
  expect(await issueCodes(await aPerson(), { unitId: team })).toBeNull()
  expect(await issueCodes(await aPerson({ role: 'manager' }), { batchId: id })).toBeNull()
})
