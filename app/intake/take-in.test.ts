import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, write } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { checkBatch } from '#app/intake/check-batch.server.ts'
import { commitBatch } from '#app/intake/commit-batch.server.ts'
import { decideRow } from '#app/intake/decide-row.server.ts'
import { uploadList } from '#app/intake/upload-list.server.ts'
import { workDue } from '#app/intake/work-due.server.ts'
import { unseal } from '#app/people/identity-cipher.server.ts'
import { identityKeys } from '#app/people/identity-keys.server.ts'
import { identityClaims, identityNumbers, people } from '#app/people/schema.ts'
import { memberships } from '#app/units/schema.ts'
import { aPerson } from '#tests/factories.ts'
import { aCheckedList, aList, batchAt, peopleBy, rowsAt, takeIn } from '#tests/lists.ts'
import { aMembership, aUnit, done, manages } from '#tests/units.ts'
import { aFile } from '#tests/workbook.ts'

/** Somebody with a year of birth and a phone. */
async function known(fullName: string, birthYear: number | null, phone: string | null = null) {
  const person = await aPerson({ fullName })
  await write((tx) => tx.update(people).set({ birthYear, phone }).where(eq(people.id, person.id)))
  return person
}

test('a list becomes people who can be found, each in their unit, without a password', async () => {
  const unitId = await aUnit()
  const team = await aUnit({ name: 'Tổ Một cửa', parentId: unitId })
  const id = await aCheckedList(unitId, [
    { name: 'NGUYỄN THỊ BÉ BA', year: 1968, phone: '0912 345 678', unit: 'tổ một cửa', position: 'Chuyên viên' },
    { name: 'Lê Văn Tám', year: 1975 },
  ])
  expect((await batchAt(id)).counts.verdicts).toEqual({ new: 2, matched: 0, conflict: 0, refused: 0 })
  expect(await peopleBy(id)).toEqual([])

  await takeIn(id)
  expect(await batchAt(id)).toMatchObject({ state: 'committed', counts: { made: 2, joined: 2 } })
  expect(await peopleBy(id)).toEqual([
    {
      ...{ fullName: 'Nguyễn Thị Bé Ba', birthYear: 1968, phone: '+84912345678' },
      ...{ unitId: team, position: 'Chuyên viên', closedAt: null },
    },
    { fullName: 'Lê Văn Tám', birthYear: 1975, phone: null, unitId, position: '', closedAt: null },
  ])
  const [row] = await rowsAt(id)
  const [person] = await db
    .select()
    .from(people)
    .where(eq(people.id, row?.personId ?? ''))
  expect(person).toMatchObject({ passwordHash: null, role: 'learner', folded: 'nguyen thi be ba' })
  expect(person?.username).toMatch(/^beba\d{3,}$/)
})

test('who is known by name and year of birth with phone or unit is not made again', async () => {
  const unitId = await aUnit()
  const here = await known('Hồ Văn Mới', 1970)
  await aMembership({ personId: here.id, unitId })
  const away = await known('Hồ Thị Cũ', 1980, '+84911111111')
  const id = await aCheckedList(unitId, [
    { name: 'HỒ VĂN MỚI', year: 1970 },
    { name: 'Hồ Thị Cũ', year: 1980, phone: '0911111111' },
  ])
  const rows = await rowsAt(id)
  expect(rows.map(({ verdict, reasons, personId }) => [verdict, reasons, personId])).toEqual([
    ['matched', ['already-there'], here.id],
    ['matched', [], away.id],
  ])
  await takeIn(id)
  expect((await batchAt(id)).counts).toMatchObject({ made: 0, joined: 1 })
  expect((await peopleBy(id)).map(({ fullName }) => fullName)).toEqual(['Hồ Thị Cũ'])
})

test('what is half alike waits for somebody to decide, and a namesake is somebody new', async () => {
  const unitId = await aUnit()
  const twin = await known('Trần Thị Đôi', 1981, '+84922222222')
  const other = await known('Trần Thị Đôi', 1981, '+84922222222')
  await known('Trần Văn Lệch', 1982, '+84933333333')
  const there = await known('Trần Văn Thiếu', null)
  await aMembership({ personId: there.id, unitId })
  await known('Trần Văn Trùng', 1984, null)
  const id = await aCheckedList(unitId, [
    { name: 'Trần Thị Đôi', year: 1981, phone: '0922222222' },
    { name: 'Trần Văn Lệch', year: 1983, phone: '0933333333' },
    { name: 'Trần Văn Thiếu', year: 1983 },
    { name: 'Trần Văn Trùng', year: 1984 },
  ])
  const told = (await rowsAt(id)).map(({ verdict, reasons }) => [verdict, ...(reasons ?? [])])
  expect(told).toEqual([
    ['conflict', 'several-fit'],
    ['conflict', 'other-birth'],
    ['conflict', 'maybe-same'],
    ['new', 'namesake'],
  ])
  expect(await commitBatch('command-line', id)).toEqual({ problem: 'undecided', rows: 3 })

  expect(await decideRow('command-line', id, { row: 2, decision: 'same' })).toEqual({ problem: 'nobody-such' })
  expect(await decideRow('command-line', id, { row: 2, decision: 'same', personId: there.id })).toEqual({
    problem: 'nobody-such',
  })
  done(await decideRow('command-line', id, { row: 2, decision: 'same', personId: twin.id }))
  done(await decideRow('command-line', id, { row: 3, decision: 'new' }))
  done(await decideRow('command-line', id, { row: 4, decision: 'leave' }))
  expect(await decideRow('command-line', id, { row: 5, decision: 'leave' })).toBeNull()
  await takeIn(id)
  expect((await batchAt(id)).counts).toMatchObject({ made: 2, joined: 3 })
  const held = await db.select().from(memberships).where(eq(memberships.personId, twin.id))
  expect(held).toMatchObject([{ unitId, batchId: id }])
  expect(await db.select().from(memberships).where(eq(memberships.personId, other.id))).toEqual([])
})

test('what cannot be is refused, each with its row and reason, and the rest is taken in', async () => {
  const unitId = await aUnit({ name: 'Sở Thử' })
  await aUnit({ name: 'Phường Xa Lạ' })
  await aUnit({ name: 'Phòng Hai Lần', parentId: unitId })
  const between = await aUnit({ name: 'Chi cục Giữa', parentId: unitId })
  await aUnit({ name: 'Phòng hai lần', parentId: between })
  await aUnit({ name: 'Phòng Ngày Mai', parentId: unitId, from: '2099-01-01' })
  const later = await known('Đỗ Thị Sau', 1990)
  await aMembership({ personId: later.id, unitId, fromDay: '2098-01-01' })
  await write((tx) => tx.update(people).set({ phone: '+84944444444' }).where(eq(people.id, later.id)))
  const id = await aCheckedList(unitId, [
    { name: 'Đỗ Văn Được', year: 1990, phone: '0955555555' },
    { name: 'Đỗ Văn Được', year: 1990, phone: '0955555555' },
    { name: 'Đỗ Văn Bé', year: 2024 },
    { name: 'Đỗ Văn Ngày', year: '31/02/1990' },
    { name: 'Đỗ Văn Lạc', year: 1990, unit: 'Phòng Không Có' },
    { name: 'Đỗ Văn Xa', year: 1990, unit: 'Phường Xa Lạ' },
    { name: 'Đỗ Văn Hai', year: 1990, unit: 'Phòng Hai Lần' },
    { name: 'Đỗ Thị Sau', year: 1990, phone: '0944444444' },
  ])
  expect((await rowsAt(id)).map(({ row, verdict, reasons }) => [row, verdict, ...(reasons ?? [])])).toEqual([
    [2, 'new'],
    [3, 'refused', 'duplicate-row'],
    [4, 'refused', 'birth-impossible'],
    [5, 'refused', 'birth-impossible'],
    [6, 'refused', 'unit-unknown'],
    [7, 'refused', 'unit-not-yours'],
    [8, 'refused', 'unit-unclear'],
    [9, 'refused', 'overlap'],
  ])
  await takeIn(id)
  expect((await peopleBy(id)).map(({ fullName }) => fullName)).toEqual(['Đỗ Văn Được'])
})

test('an identity number is kept sealed, and finds its owner under the same name alone', async () => {
  const unitId = await aUnit()
  const line = { name: 'Bạch Thị Số', year: 1990, number: '999190001234' }
  const first = await aCheckedList(unitId, [line])
  expect(JSON.stringify(await rowsAt(first))).not.toContain('999190001234')
  await takeIn(first)
  const [owner] = await rowsAt(first)
  const [kept] = await db
    .select()
    .from(identityNumbers)
    .where(eq(identityNumbers.personId, owner?.personId ?? ''))
  expect(unseal(kept ?? { hash: '', ciphertext: '', keyId: '' }, identityKeys())).toBe('999190001234')

  const other = await aUnit()
  const second = await aCheckedList(other, [
    { ...line, year: 1991 },
    { ...line, name: 'Bạch Thị Khác' },
    { ...line, name: 'Bạch Văn Mới', number: '999090001235' },
  ])
  const told = (await rowsAt(second)).map(({ verdict, reasons, candidates }) => [verdict, reasons, candidates])
  expect(told).toEqual([
    ['matched', [], [owner?.personId]],
    ['conflict', ['other-name'], [owner?.personId]],
    ['new', [], []],
  ])
  const namesake = await aCheckedList(unitId, [{ ...line, number: '999190009999' }])
  expect((await rowsAt(namesake))[0]?.verdict).toBe('new')
  done(await decideRow('command-line', second, { row: 3, decision: 'new' }))
  await takeIn(second)
  const claims = await db.select().from(identityClaims)
  expect(claims).toMatchObject([{ hash: kept?.hash, personId: (await rowsAt(second))[1]?.personId }])
})

test('a list is sent, seen and taken in by who acts for its unit alone', async () => {
  const manager = await aPerson({ role: 'manager' })
  const unitId = await manages(manager)
  const stranger = await aPerson({ role: 'manager' })
  await manages(stranger)
  const id = await aList(unitId, [{ name: 'Tạ Thị Út', year: 1960 }], { who: manager })
  const path = await aFile('Họ và tên\nLê Văn Tám\n')
  for (const who of [stranger, await aPerson()]) {
    expect(await uploadList(who, { unitId, path, fileName: 'a.csv' })).toBeNull()
    expect(await checkBatch(who, id)).toBeNull()
    expect(await commitBatch(who, id)).toBeNull()
    expect(await decideRow(who, id, { row: 2, decision: 'new' })).toBeNull()
  }
  await workDue()
  expect(await checkBatch(manager, id)).toEqual({ state: 'checking' })
})

test('a manager takes in nobody of another unit, and is not told who it is', async () => {
  const manager = await aPerson({ role: 'manager' })
  const unitId = await manages(manager)
  const elsewhere = await known('Võ Văn Xa', 1966, '+84977777777')
  await aMembership({ personId: elsewhere.id, unitId: await aUnit() })
  const id = await aCheckedList(unitId, [{ name: 'Võ Văn Xa', year: 1966, phone: '0977777777' }], { who: manager })
  const [row] = await rowsAt(id)
  expect(row).toMatchObject({ verdict: 'conflict', reasons: ['elsewhere'], candidates: [], personId: null })
  const same = { row: 2, decision: 'same' as const, personId: elsewhere.id }
  expect(await decideRow(manager, id, same)).toEqual({ problem: 'elsewhere' })
})

test('two lists with the same people at once make nobody twice: the second is looked at again', async () => {
  const unitId = await aUnit()
  const lines = Array.from({ length: 40 }, (_, at) => ({ name: `Phan Văn ${letters(at)}`, year: 1970 + (at % 20) }))
  const first = await aCheckedList(unitId, lines)
  const second = await aCheckedList(unitId, lines.toReversed())
  done(await commitBatch('command-line', first))
  done(await commitBatch('command-line', second))
  await Promise.all([workDue(), workDue(), workDue()])
  await workDue()

  expect(await batchAt(first)).toMatchObject({ state: 'committed', counts: { made: 40 } })
  expect(await batchAt(second)).toMatchObject({
    ...{ state: 'checked', problem: { problem: 'changed-since' } },
    counts: { made: 0, verdicts: { matched: 40 } },
  })
  await takeIn(second)
  expect((await batchAt(second)).counts).toMatchObject({ made: 0, joined: 0 })
  expect(await peopleBy(second)).toEqual([])
})

test('a list that somebody may no longer act for goes back to them', async () => {
  const manager = await aPerson({ role: 'manager' })
  const unitId = await manages(manager)
  const id = await aCheckedList(unitId, [{ name: 'Mai Văn Hết', year: 1970 }], { who: manager })
  done(await commitBatch(manager, id))
  await write((tx) => tx.update(people).set({ closedAt: new Date() }).where(eq(people.id, manager.id)))
  await workDue()
  expect(await batchAt(id)).toMatchObject({ state: 'checked', problem: { problem: 'unit-not-yours' } })
  expect(await peopleBy(id)).toEqual([])
})

test('a file that is no list fails with what it is, and nothing else', async () => {
  const unitId = await aUnit()
  const path = await aFile('%PDF-1.7', 'a.xlsx')
  const { id } = done(await uploadList('command-line', { unitId, path, fileName: 'a.xlsx' }))
  await workDue()
  expect(await batchAt(id)).toMatchObject({ state: 'failed', problem: { refusal: { code: 'pdf' } } })
  expect(await checkBatch('command-line', id)).toEqual({ problem: 'too-late' })
  expect(await commitBatch('command-line', id)).toEqual({ problem: 'too-late' })
})

test('a list comes from today on, unless told otherwise', async () => {
  const unitId = await aUnit()
  const id = await aList(unitId, [{ name: 'Lê Văn Tám' }])
  expect((await batchAt(id)).fromDay).toBe(dayOf(new Date()))
  const path = await aFile('Họ và tên\nLê Văn Tám\n')
  const form = { unitId, path, fileName: 'a.csv' }
  expect(await uploadList('command-line', { ...form, fromDay: '2026-02-30' })).toEqual({ problem: 'day-wrong' })
  expect(await uploadList('command-line', { ...form, fromDay: '2019-12-31' })).toEqual({ problem: 'unit-not-alive' })
})

function letters(at: number): string {
  const alphabet = 'ABCDEGHIKLMNOPQRSTUV'
  return `${alphabet[Math.floor(at / 20)]}${alphabet[at % 20]?.toLowerCase()}`
}
