import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db, write } from '#app/db/db.server.ts'
import { consentsOf, noteConsents, standingConsents, withdrawConsents } from '#app/people/consents.server.ts'
import { insertNamed } from '#app/people/insert-person.server.ts'
import { people } from '#app/people/schema.ts'
import { sessionOf } from '#app/people/session-of.server.ts'
import { signUp } from '#app/people/sign-up.server.ts'
import { aMember, aSignUp, nobody } from '#tests/people.ts'

beforeEach(nobody)

const problemsOf = async (changes: Parameters<typeof aSignUp>[0]) => {
  const outcome = await signUp(aSignUp(changes), new Date('2026-11-22T00:00:00Z'))
  return 'problems' in outcome ? outcome.problems : null
}

test('a sign-up makes an account with a short user name, and is signed in', async () => {
  const member = await aMember()

  expect(member.username).toMatch(/^beba\d{2,}$/)
  expect(member).toMatchObject({ fullName: 'Nguyễn Thị Bé Ba', role: 'learner', language: 'vi', isShared: false })
  const { token, ...person } = member
  expect(await sessionOf(token)).toEqual(person)
})

test('the password is kept as argon2id with 19 MiB, two passes, one lane', async () => {
  await aMember()
  const [row] = await db.select().from(people)
  expect(row?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
})

test('the phone is kept in one form, the name in NFC without invisible characters', async () => {
  await aMember({ contact: '(84) 912.345.678', fullName: '  Nguyễn \u200bThị  Bé Ba '.normalize('NFD') })
  const [row] = await db.select().from(people)
  expect(row).toMatchObject({
    phone: '+84912345678',
    email: null,
    fullName: 'Nguyễn Thị Bé Ba',
    folded: 'nguyen thi be ba',
  })
})

test('families share a phone: a second account with it is another account', async () => {
  const first = await aMember()
  const second = await aMember({ fullName: 'Trần Văn An' })
  expect(second.id).not.toBe(first.id)
})

test('fifty sign-ups of one name at once get fifty user names', async () => {
  const members = await Promise.all(Array.from({ length: 50 }, () => aMember()))
  expect(new Set(members.map((member) => member.username)).size).toBe(50)
})

test('a user name that another took in between is not taken twice', async () => {
  const details = {
    fullName: 'Bé Ba',
    role: 'learner',
    contact: null,
    passwordHash: null,
    birthYear: null,
    guardianName: null,
    language: 'vi',
    createdAt: new Date(),
  } as const
  const taken = await Promise.all(Array.from({ length: 10 }, () => write((tx) => insertNamed(tx, 'beba27', details))))
  expect(taken.filter((row) => row !== null)).toHaveLength(1)
  expect(await db.select().from(people)).toHaveLength(1)
})

test('each box that is wrong says so, and nothing is kept', async () => {
  expect(
    await problemsOf({ fullName: ' ', contact: '12', password: 'short', birthYear: Number.NaN, consents: {} }),
  ).toEqual({
    fullName: 'name-empty',
    contact: 'contact-wrong',
    password: 'password-short',
    birthYear: 'birth-year-wrong',
    account: 'consent-needed',
  })
  expect(await db.select().from(people)).toEqual([])
})

test('a name of 100 KB is refused, whatever it is made of', async () => {
  for (const name of ['Ba '.repeat(35_000), 'ễ'.normalize('NFD').repeat(35_000), `B${'\u0301'.repeat(50_000)}`])
    expect(await problemsOf({ fullName: name })).toEqual({ fullName: 'name-long' })
})

test('a password that is the name, the phone or like the user name is refused', async () => {
  for (const password of ['0912345678', 'NguyễnThịBéBa', '0912 345 678'])
    expect(await problemsOf({ password })).toEqual({ password: 'password-name' })
  expect(await problemsOf({ fullName: 'Trần Hoàng Phương', password: 'hoangphuong27' })).toEqual({
    password: 'password-name',
  })
})

test('under 16 a guardian is named and ticks as well; under 7 there is no account', async () => {
  expect(await problemsOf({ birthYear: 2014 })).toEqual({ guardianName: 'name-empty', guardian: 'consent-needed' })
  expect(await problemsOf({ birthYear: 2014, guardianName: 'Lê Thị Ân' })).toEqual({ guardian: 'consent-needed' })
  expect(await problemsOf({ birthYear: 2014, guardianName: 'Lê Thị Ân', consents: { guardian: true } })).toEqual({
    account: 'consent-needed',
  })
  expect(await problemsOf({ birthYear: 2020 })).toEqual({ birthYear: 'too-young' })

  const child = await aMember({
    birthYear: 2014,
    guardianName: ' Lê  Thị Ân',
    consents: { account: true, guardian: true },
  })
  const [row] = await db.select().from(people).where(eq(people.id, child.id))
  expect(row).toMatchObject({ guardianName: 'Lê Thị Ân', birthYear: 2014 })
  expect(await standingConsents(child)).toMatchObject({ account: true, guardian: true })
})

test('a grown-up is not asked for a guardian, and none is kept', async () => {
  const member = await aMember({ guardianName: 'Lê Thị Ân', consents: { account: true, guardian: true } })
  const [row] = await db.select().from(people).where(eq(people.id, member.id))
  expect(row?.guardianName).toBeNull()
  expect(Object.keys(await standingConsents(member))).not.toContain('guardian')
})

test('only what is used is asked for, and is kept with the version of its text', async () => {
  const member = await aMember()
  expect(
    (await consentsOf(member)).map(({ purpose, isGiven, channel, textVersion }) => ({
      purpose,
      isGiven,
      channel,
      textVersion,
    })),
  ).toEqual([{ purpose: 'account', isGiven: true, channel: 'web', textVersion: '2026-10' }])
})

test('what was agreed to once stays readable and is withdrawn by a new row, once; nothing new can be given', async () => {
  const member = await aMember()
  await write((tx) => noteConsents(tx, member.id, { reminders: true, statistics: false }, new Date()))
  const later = new Date(Date.now() + 1_000)
  const rowsOf = async (of: string) => (await consentsOf(member)).filter(({ purpose }) => purpose === of)

  await withdrawConsents(member, { reminders: true, statistics: true }, later)
  expect((await rowsOf('reminders')).map((row) => row.isGiven)).toEqual([true])
  for (let time = 0; time < 2; time++) await withdrawConsents(member, { reminders: false, statistics: true }, later)
  expect((await rowsOf('reminders')).map((row) => row.isGiven)).toEqual([true, false])
  expect((await rowsOf('statistics')).map((row) => row.isGiven)).toEqual([false])
  expect((await standingConsents(member)).reminders).toBe(false)
})
