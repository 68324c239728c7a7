import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { auditLinesAbout } from '#app/audit/lines-about.server.ts'
import { db } from '#app/db/db.server.ts'
import { peopleCommands } from '#app/people/commands.server.ts'
import { createPerson } from '#app/people/create-person.server.ts'
import { findPeople } from '#app/people/find-people.server.ts'
import {
  becomeFirstAdministrator,
  firstAdministratorCode,
  isFirstAdministratorCode,
} from '#app/people/first-administrator.server.ts'
import { resetPassword } from '#app/people/reset-password.server.ts'
import { people } from '#app/people/schema.ts'
import { sessionOf } from '#app/people/session-of.server.ts'
import { setRole } from '#app/people/set-role.server.ts'
import { signIn } from '#app/people/sign-in.server.ts'
import { aPerson } from '#tests/factories.ts'
import { aFirstAdministrator, aMember, goodPassword, nobody } from '#tests/people.ts'

beforeEach(nobody)
afterEach(() => vi.restoreAllMocks())

const anAdministrator = (fullName = 'Phạm Hoàng Ẩn') => aPerson({ fullName, role: 'administrator' })
const roleOf = async (id: string) => (await db.select().from(people).where(eq(people.id, id)))[0]?.role

test('an administrator gives a role with a reason; the audit keeps both, and the old sessions end', async () => {
  const admin = await anAdministrator()
  const ba = await aMember()

  expect(await setRole(admin, ba.id, 'trainer', 'Quyết định 12')).toEqual({ role: 'trainer' })

  expect(await roleOf(ba.id)).toBe('trainer')
  expect(await sessionOf(ba.token)).toBeNull()
  expect((await auditLinesAbout('person', ba.id)).at(-1)).toMatchObject({
    actorId: admin.id,
    verb: 'people.set-role',
    before: { role: 'learner' },
    after: { role: 'trainer' },
    reason: 'Quyết định 12',
  })
})

test('a role needs a reason, a person and an administrator', async () => {
  const ba = await aMember()
  expect(await setRole(await anAdministrator(), ba.id, 'trainer', ' \u200b')).toEqual({ problem: 'reason-needed' })
  expect(await setRole(await anAdministrator(), 'nobody', 'trainer', 'x')).toBeNull()
  for (const role of ['learner', 'trainer', 'manager'] as const)
    expect(await setRole(await aPerson({ role }), ba.id, 'administrator', 'x')).toBeNull()
  expect(await roleOf(ba.id)).toBe('learner')
})

test('the last administrator stays one, even when two step down at once', async () => {
  const one = await anAdministrator()
  const two = await anAdministrator()
  const outcomes = await Promise.all([setRole(one, two.id, 'learner', 'x'), setRole(two, one.id, 'learner', 'x')])
  expect(outcomes).toContainEqual({ problem: 'last-administrator' })
  expect(await db.select().from(people).where(eq(people.role, 'administrator'))).toHaveLength(1)
})

test('an administrator makes an account with a given user name; its code sets the password', async () => {
  const admin = await anAdministrator()
  const created = await createPerson(admin, {
    fullName: 'Lê Văn Tám',
    username: 'Tam.LV',
    role: 'manager',
    contact: '0905123456',
  })
  if (!created || 'problems' in created) throw new Error('refused')
  expect(created.username).toBe('tam.lv')
  expect(await resetPassword(created.code, goodPassword)).toEqual({ username: 'tam.lv' })
  expect(await signIn({ account: 'tam.lv', password: goodPassword, device: '?', isShared: false })).toMatchObject({
    person: { role: 'manager' },
  })
})

test('before the code is used nobody opens such an account, and trying costs a hash like any', async () => {
  await createPerson(await anAdministrator(), { fullName: 'Lê Văn Tám', username: 'tam.lv' })
  expect(await signIn({ account: 'tam.lv', password: '', device: '?', isShared: false })).toEqual({ problem: 'wrong' })
  expect(
    await signIn({ account: 'tam.lv', password: 'nobody has this password', device: '?', isShared: false }),
  ).toEqual({ problem: 'wrong' })
})

test('a user name that is taken or ill-formed is refused; nobody else may make accounts', async () => {
  const admin = await anAdministrator()
  const form = { fullName: 'Lê Văn Tám', username: 'tam.lv' }
  const both = await Promise.all([createPerson(admin, form), createPerson(admin, form)])
  expect(both).toContainEqual({ problems: { username: 'username-taken' } })
  expect(await createPerson(admin, { fullName: '', username: '0912345678', contact: 'x' })).toEqual({
    problems: { fullName: 'name-empty', username: 'username-wrong', contact: 'contact-wrong' },
  })
  expect(await createPerson(await aPerson({ role: 'manager' }), form)).toBeNull()
})

test('people are found without tones, by user name, phone or e-mail, in the order of Vietnamese lists', async () => {
  const admin = await anAdministrator()
  for (const fullName of ['Lê Văn Tâm', 'Ngô Thị Út', 'Lê Văn Tám', 'Lê Văn Tằm'])
    await aMember({ fullName, contact: '0905123456' })
  const an = await aMember({ fullName: 'Trần Văn An', contact: 'an@example.vn' })
  const names = async (typed: string) => (await findPeople(admin, typed))?.map((person) => person.fullName)

  expect(await names('le van tam')).toEqual(['Lê Văn Tám', 'Lê Văn Tằm', 'Lê Văn Tâm'])
  expect(await names('LÊ VĂN TẰM')).toHaveLength(3)
  expect(await names(an.username)).toEqual(['Trần Văn An'])
  expect(await names('AN@example.vn')).toEqual(['Trần Văn An'])
  expect(await names('0905 123 456')).toEqual(['Lê Văn Tám', 'Lê Văn Tằm', 'Lê Văn Tâm', 'Ngô Thị Út'])
  for (const typed of ['%', '_', '', ' ', '\\', "' OR 1=1 --", '\u0000']) expect(await names(typed)).toEqual([])
  expect(await findPeople(await aPerson({ role: 'trainer' }), 'an')).toBeNull()
})

test('the first link makes the first administrator, once, and only while there is none', async () => {
  const older = await firstAdministratorCode()
  const code = await firstAdministratorCode()
  if (!older || !code) throw new Error('no code')
  expect(await isFirstAdministratorCode(older)).toBe(false)
  expect(await isFirstAdministratorCode(code)).toBe(true)

  const form = aFirstAdministrator(code)
  expect(await becomeFirstAdministrator({ ...form, password: '12345678' })).toEqual({
    problems: { password: 'password-common' },
  })
  const both = await Promise.all([becomeFirstAdministrator(form), becomeFirstAdministrator(form)])
  expect(both.filter((outcome) => outcome !== null)).toHaveLength(1)
  expect(both.find((outcome) => outcome !== null)).toMatchObject({ person: { role: 'administrator' } })

  expect(await firstAdministratorCode()).toBeNull()
  expect(await becomeFirstAdministrator(form)).toBeNull()
})

test('the first link dies after a day, and a code for a password is no such link', async () => {
  const code = await firstAdministratorCode()
  expect(await isFirstAdministratorCode(code ?? '', new Date(Date.now() + 25 * 60 * 60_000))).toBe(false)
  expect(await resetPassword(code ?? '', goodPassword)).toEqual({ problems: { code: 'code-wrong' } })
})

function listen() {
  const said = { out: '', err: '' }
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said.out += String(text)
    return true
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.err += String(text)
    return true
  })
  return said
}

test('the command line makes people, resets and changes roles, and says what it refuses', async () => {
  const said = listen()
  const run = (verb: string, ...args: string[]) => peopleCommands[verb]?.run(args)

  expect(await run('create', 'Lê Văn Tám', '--username', 'tam', '--role', 'administrator')).toBe(0)
  const [code = ''] = said.out.match(/[A-Z2-9]{5}-[A-Z2-9]{5}/) ?? []
  expect(await resetPassword(code, goodPassword)).toEqual({ username: 'tam' })
  expect(await run('create', 'Ngô Thị Út', '--username', 'ut.nt')).toBe(0)
  expect(await run('reset', 'ut.nt')).toBe(0)
  expect(await run('role', 'ut.nt', 'trainer', 'Quyết', 'định', '12')).toBe(0)
  expect(await run('find', 'ngo thi')).toBe(0)
  expect(said.out).toContain('ut.nt\tNgô Thị Út\t\ttrainer')
  expect(await run('create', 'Ngô Thị Chín', '--contact', 'abc')).toBe(1)
  expect(said.err).toContain('Refused: The phone number or e-mail is not right.')
  const [ut] = await db.select().from(people).where(eq(people.username, 'ut.nt'))
  expect((await auditLinesAbout('person', ut?.id ?? '')).at(-1)).toMatchObject({
    actorId: null,
    reason: 'Quyết định 12',
  })

  expect(await run('reset', 'ai')).toBe(1)
  expect(await run('role', 'tam', 'learner', 'x')).toBe(1)
  expect(said.err).toContain('the last administrator')
  expect(await run('create', 'X', '--role', 'king')).toBe(2)
  expect(await run('create')).toBe(2)
  expect(await run('create', '--nonsense')).toBe(2)
  expect(await run('role', 'ut')).toBe(2)
  expect(said.err).toContain('Usage: people role <username>')
})
