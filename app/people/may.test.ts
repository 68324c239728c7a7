import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db/db.server.ts'
import { createPerson } from '#app/people/create-person.server.ts'
import { deedsAbout } from '#app/people/deeds-about.server.ts'
import { findPeople } from '#app/people/find-people.server.ts'
import { issueCode } from '#app/people/issue-code.server.ts'
import { mendBirthYear } from '#app/people/mend-birth-year.server.ts'
import { type Authority, auditIdOf, isSelf, mayAdminister, mayManage, roles } from '#app/people/person.ts'
import { personById } from '#app/people/person-by-id.server.ts'
import { personNamed } from '#app/people/person-named.server.ts'
import { minutesUntil, problemWords } from '#app/people/problem-words.ts'
import { profileOf } from '#app/people/profile-of.server.ts'
import { reasonOf } from '#app/people/reason.ts'
import { resetLetter } from '#app/people/reset-letter.ts'
import { oneTimeCodes, people } from '#app/people/schema.ts'
import { setLanguage } from '#app/people/set-language.server.ts'
import { setRole } from '#app/people/set-role.server.ts'
import { closeAccount } from '#app/units/memberships/close-account.server.ts'
import { mendName } from '#app/units/memberships/mend-name.server.ts'
import { aPerson } from '#tests/factories.ts'
import { aMember, goodPassword, nobody } from '#tests/people.ts'

beforeEach(nobody)

test('administrators and the command line administer; managers decide about exams too; trainers and learners neither', () => {
  const who = (role: (typeof roles)[number]): Authority => ({ id: 'p1', role })
  expect(roles.filter((role) => mayAdminister(who(role)))).toEqual(['administrator'])
  expect(roles.filter((role) => mayManage(who(role)))).toEqual(['manager', 'administrator'])
  expect([mayAdminister('command-line'), mayManage('command-line')]).toEqual([true, true])
})

test('nobody but the command line is without a name in the audit, and it is nobody’s self', () => {
  const administrator = { id: 'p1', role: 'administrator' } as const
  expect([auditIdOf(administrator), auditIdOf('command-line')]).toEqual(['p1', null])
  expect([isSelf(administrator, 'p1'), isSelf(administrator, 'p2'), isSelf('command-line', 'p1')]).toEqual([
    true,
    false,
    false,
  ])
})

/** Every verb by which one person does something to another, or looks at them. */
const deeds = {
  'give a role': (who: Authority, id: string) => setRole(who, id, 'administrator', 'lý do'),
  'hand out a code': (who: Authority, id: string) => issueCode(who, id),
  'mend a name': (who: Authority, id: string) => mendName(who, id, 'Lê Văn Tám', 'lý do'),
  'mend a year of birth': (who: Authority, id: string) => mendBirthYear(who, id, { birthYear: 1970, reason: 'lý do' }),
  'read what was done to somebody': (who: Authority, id: string) => deedsAbout(who, id),
  'make an account': (who: Authority) => createPerson(who, { fullName: 'Lê Văn Tám' }),
  'look somebody up by their exact name': async (who: Authority, id: string) =>
    personNamed(who, (await rowOf(id))?.username ?? ''),
}
const sights = {
  'see somebody': (who: Authority, id: string) => personById(who, id),
  'look for people': (who: Authority) => findPeople(who, 'nguyen'),
}
const rowOf = async (id: string) => (await db.select().from(people).where(eq(people.id, id)))[0]

test.each(Object.entries(deeds))('only administrators and the command line may %s', async (_, deed) => {
  const ba = await aMember()
  const before = await rowOf(ba.id)
  for (const role of ['learner', 'trainer', 'manager'] as const)
    expect(await deed(await aPerson({ role, fullName: 'X' }), ba.id)).toBeNull()
  expect(await deed(ba, ba.id)).toBeNull()
  expect(await rowOf(ba.id)).toEqual(before)
  expect(await db.select().from(oneTimeCodes)).toEqual([])

  expect(await deed(await aPerson({ role: 'administrator', fullName: 'X' }), ba.id)).not.toBeNull()
  expect(await deed('command-line', ba.id)).not.toBeNull()
})

test.each(Object.entries(sights))('only managers, administrators and the command line may %s', async (_, sight) => {
  const ba = await aMember()
  for (const role of ['learner', 'trainer'] as const) expect(await sight(await aPerson({ role }), ba.id)).toBeNull()
  expect(await sight(ba, ba.id)).toBeNull()
  for (const role of ['manager', 'administrator'] as const)
    expect(await sight(await aPerson({ role, fullName: 'X' }), ba.id)).not.toBeNull()
  expect(await sight('command-line', ba.id)).not.toBeNull()
})

test('who is not there, or closed their account, is nobody to any of them', async () => {
  const admin = await aPerson({ role: 'administrator', fullName: 'X' })
  const gone = await aMember()
  const { username } = gone
  await closeAccount(gone, goodPassword)

  for (const id of ['khong-co', gone.id]) {
    expect(await personById(admin, id)).toBeNull()
    expect(await setRole(admin, id, 'trainer', 'lý do')).toBeNull()
    expect(await issueCode(admin, id)).toBeNull()
    expect(await mendName(admin, id, 'Lê Văn Tám', 'lý do')).toBeNull()
    expect(await mendBirthYear(admin, id, { birthYear: 1970, reason: 'lý do' })).toBeNull()
  }
  expect(await personNamed(admin, username)).toBeNull()
  expect(await personNamed(admin, '')).toBeNull()
  expect(await findPeople(admin, 'nguyen')).toEqual([])
})

test('a person is found by their exact user name, in capitals too, and by no part of it', async () => {
  const ba = await aMember()
  expect(await personNamed('command-line', ba.username.toUpperCase())).toMatchObject({ id: ba.id, role: 'learner' })
  expect(await personNamed('command-line', ba.username.slice(0, -1))).toBeNull()
})

test('who looks after people sees no contact, password or guardian of theirs', async () => {
  const ba = await aMember({ contact: 'ba@example.vn' })
  const manager = await aPerson({ role: 'manager', fullName: 'X' })
  expect(await personById(manager, ba.id)).toEqual({
    id: ba.id,
    username: ba.username,
    fullName: 'Nguyễn Thị Bé Ba',
    role: 'learner',
    birthYear: 1968,
  })
})

test('one sees oneself whole, without password, and changes the language of one’s own letters alone', async () => {
  const [ba, other] = [await aMember({ contact: 'ba@example.vn' }), await aMember({ contact: 'an@example.vn' })]
  await setLanguage(ba, 'en')

  const profile = await profileOf(ba)
  expect(profile).toMatchObject({ username: ba.username, email: 'ba@example.vn', phone: null, language: 'en' })
  expect(JSON.stringify(profile)).not.toMatch(/argon2|password/i)
  expect(await profileOf(other)).toMatchObject({ language: 'vi' })
  expect(await profileOf({ id: 'khong-co', role: 'learner' })).toBeNull()
})

test('a reason is tidied, and kept up to 500 characters', () => {
  expect(reasonOf('  Quyết định   12\u200b ')).toBe('Quyết định 12')
  expect(reasonOf(' \u200b\u3164 ')).toBe('')
  expect(reasonOf('x'.repeat(501))).toHaveLength(500)
})

test('each problem is said in the words of the page, by its box; a box without a problem says nothing', () => {
  const problems = { fullName: 'name-empty', password: undefined } as const
  expect(Object.keys(problemWords('vi', problems))).toEqual(['fullName'])
  expect(problemWords('vi', problems).fullName).toContain('Chưa có họ và tên')
  expect(problemWords('en', problems).fullName).not.toBe(problemWords('vi', problems).fullName)
})

test('a lock is told in whole minutes, never in none', () => {
  const now = new Date('2026-11-22T05:00:00Z')
  const inMs = (ms: number) => minutesUntil(new Date(now.getTime() + ms), now)
  expect([inMs(-1), inMs(0), inMs(1), inMs(60_000), inMs(60_001), inMs(900_000)]).toEqual([1, 1, 1, 1, 2, 15])
})

test('the letter for a new password names the person, the user name and the link, in either language', () => {
  const facts = { fullName: 'Nguyễn Thị Bé Ba', username: 'beba27', link: 'https://benso.example/reset/code?code=X' }
  for (const language of ['vi', 'en'] as const) {
    const { subject, body } = resetLetter(language, facts)
    expect(subject).toMatch(/^Bến Số/)
    for (const fact of Object.values(facts)) expect(body).toContain(fact)
    expect(subject).not.toMatch(/[\r\n]/)
  }
})
