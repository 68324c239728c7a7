import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { auditLinesAbout } from '#app/audit/lines-about.server.ts'
import { db } from '#app/db/db.server.ts'
import { consentsOf } from '#app/people/consents.server.ts'
import { deedsAbout } from '#app/people/deeds-about.server.ts'
import { findPeople } from '#app/people/find-people.server.ts'
import { mendBirthYear } from '#app/people/mend-birth-year.server.ts'
import { people } from '#app/people/schema.ts'
import { sessionOf } from '#app/people/session-of.server.ts'
import { setRole } from '#app/people/set-role.server.ts'
import { sortKeyOf } from '#app/people/sort-key.ts'
import { closeAccount } from '#app/units/memberships/close-account.server.ts'
import { mendName } from '#app/units/memberships/mend-name.server.ts'
import { aPerson } from '#tests/factories.ts'
import { aMember, goodPassword, nobody } from '#tests/people.ts'

beforeEach(nobody)

const anAdministrator = () => aPerson({ fullName: 'Phạm Hoàng Ẩn', role: 'administrator' })
const rowOf = async ({ id }: { id: string }) => (await db.select().from(people).where(eq(people.id, id)))[0]
const strangers = ['learner', 'trainer', 'manager'] as const

test('a mended name is tidied as at sign-up, and is found, sorted and greeted by from then on; both names are audited', async () => {
  const admin = await anAdministrator()
  const ba = await aMember({ fullName: 'Nguyen Thi Be Ba' })

  const typed = '  Trần\u00a0Thị  Bé\u200b Tư '
  expect(await mendName(admin, ba.id, typed, ' Theo căn cước ')).toEqual({ fullName: 'Trần Thị Bé Tư' })

  expect(await rowOf(ba)).toMatchObject({
    fullName: 'Trần Thị Bé Tư',
    sortKey: sortKeyOf('Trần Thị Bé Tư'),
    folded: 'tran thi be tu',
    username: ba.username,
  })
  expect((await findPeople(admin, 'be tu'))?.map(({ id }) => id)).toEqual([ba.id])
  expect(await findPeople(admin, 'be ba')).toEqual([])
  expect(await sessionOf(ba.token)).toMatchObject({ fullName: 'Trần Thị Bé Tư' })
  expect((await auditLinesAbout('person', ba.id)).at(-1)).toMatchObject({
    actorId: admin.id,
    verb: 'people.mend-name',
    before: { fullName: 'Nguyen Thi Be Ba' },
    after: { fullName: 'Trần Thị Bé Tư' },
    reason: 'Theo căn cước',
  })
})

test('a name is not mended without letters, a reason, a person and an administrator', async () => {
  const admin = await anAdministrator()
  const ba = await aMember()
  expect(await mendName(admin, ba.id, ' 12 ', '')).toEqual({
    problems: { fullName: 'name-empty', reason: 'reason-needed' },
  })
  expect(await mendName(admin, ba.id, 'B'.repeat(121), 'x')).toEqual({ problems: { fullName: 'name-long' } })
  expect(await mendName(admin, 'nobody', 'Trần Thị Tư', 'x')).toBeNull()
  for (const role of strangers) {
    const stranger = await aPerson({ role })
    expect(await mendName(stranger, ba.id, 'Trần Thị Tư', 'x')).toBeNull()
    expect(await mendBirthYear(stranger, ba.id, { birthYear: 1970, reason: 'x' })).toBeNull()
    expect(await deedsAbout(stranger, ba.id)).toBeNull()
  }
  expect(await rowOf(ba)).toMatchObject({ fullName: ba.fullName, birthYear: 1968 })
})

test('mending to what stands already leaves no line', async () => {
  const admin = await anAdministrator()
  const ba = await aMember()
  const before = await auditLinesAbout('person', ba.id)
  expect(await mendName(admin, ba.id, ba.fullName, 'x')).toEqual({ fullName: ba.fullName })
  expect(await mendBirthYear(admin, ba.id, { birthYear: 1968, reason: 'x' })).toEqual({ birthYear: 1968 })
  expect(await auditLinesAbout('person', ba.id)).toEqual(before)
})

test('a year of birth is mended with a reason, within what a person can be; both years are audited', async () => {
  const admin = await anAdministrator()
  const ba = await aMember()
  const now = new Date('2026-11-22T05:00:00Z')
  expect(await mendBirthYear(admin, ba.id, { birthYear: 1970, reason: 'Giấy khai sinh' }, now)).toEqual({
    birthYear: 1970,
  })
  expect((await auditLinesAbout('person', ba.id)).at(-1)).toMatchObject({
    verb: 'people.mend-birth-year',
    before: { birthYear: 1968 },
    after: { birthYear: 1970 },
    reason: 'Giấy khai sinh',
  })
  for (const [year, birthYear] of [
    [Number.NaN, 'birth-year-wrong'],
    [1897, 'birth-year-wrong'],
    [2027, 'birth-year-wrong'],
    [2020, 'too-young'],
  ] as const)
    expect(await mendBirthYear(admin, ba.id, { birthYear: year, reason: 'x' }, now)).toEqual({
      problems: { birthYear },
    })
  expect(await mendBirthYear(admin, ba.id, { birthYear: 1971, reason: ' ' }, now)).toEqual({
    problems: { reason: 'reason-needed' },
  })
})

const inNovember = new Date('2026-11-22T05:00:00Z')
const mother = { guardianName: ' Trần  Thị Mẹ ', hasGuardianAgreed: true }

test('a year of birth under 16 is kept only with a parent or guardian who is named and agrees, as at sign-up', async () => {
  const admin = await anAdministrator()
  const ba = await aMember()
  const child = { birthYear: 2012, reason: 'Giấy khai sinh' }
  const refused = (mending: Partial<typeof mother>) => mendBirthYear(admin, ba.id, { ...child, ...mending }, inNovember)
  const before = await auditLinesAbout('person', ba.id)

  expect(await refused({})).toEqual({ problems: { guardianName: 'name-empty', guardian: 'consent-needed' } })
  expect(await refused({ hasGuardianAgreed: true })).toEqual({ problems: { guardianName: 'name-empty' } })
  expect(await refused({ guardianName: 'Trần Thị Mẹ' })).toEqual({ problems: { guardian: 'consent-needed' } })
  expect(await rowOf(ba)).toMatchObject({ birthYear: 1968, guardianName: null })
  expect(await auditLinesAbout('person', ba.id)).toEqual(before)

  expect(await refused(mother)).toEqual({ birthYear: 2012 })
  expect(await rowOf(ba)).toMatchObject({ birthYear: 2012, guardianName: 'Trần Thị Mẹ' })
  expect((await consentsOf(ba)).filter(({ purpose }) => purpose === 'guardian')).toMatchObject([
    { isGiven: true, channel: 'assisted', at: inNovember },
  ])
  expect(JSON.stringify(await auditLinesAbout('person', ba.id))).not.toContain('Trần')
})

test('a guardian who is named already is not asked for again, and is forgotten when nobody needs one', async () => {
  const admin = await anAdministrator()
  const child = { guardianName: 'Trần Thị Mẹ', birthYear: 2012, consents: { account: true, guardian: true } }
  const ba = await aMember(child, inNovember)
  const mend = (birthYear: number) => mendBirthYear(admin, ba.id, { birthYear, reason: 'x' }, inNovember)

  expect(await mend(2013)).toEqual({ birthYear: 2013 })
  expect(await rowOf(ba)).toMatchObject({ birthYear: 2013, guardianName: 'Trần Thị Mẹ' })
  expect((await consentsOf(ba)).filter(({ purpose }) => purpose === 'guardian')).toHaveLength(1)

  expect(await mend(1968)).toEqual({ birthYear: 1968 })
  expect(await rowOf(ba)).toMatchObject({ guardianName: null })
  expect(await mend(2013)).toMatchObject({ problems: { guardianName: 'name-empty' } })
})

test('two who mend one name at once leave lines that follow from each other', async () => {
  const admin = await anAdministrator()
  const ba = await aMember()
  await Promise.all([mendName(admin, ba.id, 'Trần Thị Tư', 'x'), mendName(admin, ba.id, 'Trần Thị Năm', 'y')])
  const names = (await auditLinesAbout('person', ba.id)).flatMap(({ verb, before, after }) =>
    verb === 'people.mend-name' ? [before, after] : [],
  )
  expect(names).toHaveLength(4)
  expect(names[0]).toEqual({ fullName: ba.fullName })
  expect(names[2]).toEqual(names[1])
  expect(names[3]).toEqual({ fullName: (await rowOf(ba))?.fullName })
})

test('when the account is closed the audit keeps that a name was mended, by whom and why, and forgets the names', async () => {
  const admin = await anAdministrator()
  const ba = await aMember()
  await mendName(admin, ba.id, 'Trần Thị Tư', 'x')
  await mendBirthYear(admin, ba.id, { birthYear: 1970, reason: 'x' })
  expect(await closeAccount(ba, goodPassword)).toEqual({ closed: true })

  const lines = await auditLinesAbout('person', ba.id)
  expect(lines.filter(({ verb }) => verb.startsWith('people.mend'))).toMatchObject([
    { verb: 'people.mend-name', actorId: admin.id, before: null, after: null, reason: 'x' },
    { verb: 'people.mend-birth-year', actorId: admin.id, before: null, after: null, reason: 'x' },
  ])
  expect(JSON.stringify(lines)).not.toContain('Trần')
  expect(await mendName(admin, ba.id, 'Trần Thị Tư', 'x')).toBeNull()
  expect(await mendBirthYear(admin, ba.id, { birthYear: 1970, reason: 'x' })).toBeNull()
})

test('an administrator reads what was done to a person, newest first, in words', async () => {
  const admin = await anAdministrator()
  const ba = await aMember()
  await mendName('command-line', ba.id, 'Trần Thị Tư', 'x')
  await setRole(admin, ba.id, 'trainer', 'Quyết định 12')

  expect(await deedsAbout(admin, ba.id)).toMatchObject([
    { verb: 'people.set-role', by: 'Phạm Hoàng Ẩn', before: 'learner', after: 'trainer', reason: 'Quyết định 12' },
    { verb: 'people.mend-name', by: null, before: 'Nguyễn Thị Bé Ba', after: 'Trần Thị Tư' },
    { verb: 'people.sign-up', by: 'Trần Thị Tư', before: null, after: null, reason: null },
  ])
})

test('a manager finds people by name and user name, neither by contact nor with it', async () => {
  const everybody = { seen: sql`1 = 1`, isFew: false }
  const manager = await aPerson({ fullName: 'Lê Quản Lý', role: 'manager' })
  const ba = await aMember({ contact: 'ba@example.vn' })
  await aMember({ fullName: 'Lê Văn Tám', contact: '0905123456' })

  for (const typed of ['be ba', ba.username])
    expect(await findPeople(manager, typed, everybody)).toMatchObject([{ id: ba.id, email: null, phone: null }])
  for (const typed of ['ba@example.vn', '0905 123 456', '0905123456', '+84905123456'])
    expect(await findPeople(manager, typed, everybody)).toEqual([])
  expect(JSON.stringify(await findPeople(manager, 'le van', everybody))).not.toContain('905123456')
  expect(await findPeople(manager, 'be ba')).toEqual([])
  expect(await findPeople(await aPerson({ role: 'trainer' }), 'be ba')).toBeNull()
})
