import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { db, write } from '#app/db/db.server.ts'
import { outbox } from '#app/messages/schema.ts'
import { noteConsents } from '#app/people/consents.server.ts'
import { profileOfPerson } from '#app/people/own-data.server.ts'
import { profileOf } from '#app/people/profile-of.server.ts'
import { requestReset } from '#app/people/request-reset.server.ts'
import { consents, oneTimeCodes, people, sessions } from '#app/people/schema.ts'
import { sessionOf } from '#app/people/session-of.server.ts'
import { setLanguage } from '#app/people/set-language.server.ts'
import { signIn } from '#app/people/sign-in.server.ts'
import { closeAccount } from '#app/units/memberships/close-account.server.ts'
import { aMember, firstAdministrator, goodPassword, nobody } from '#tests/people.ts'

beforeEach(async () => {
  await nobody()
  await write((tx) => tx.delete(outbox))
})

test('a closed account has no name, contact, password, session, code or letter left', async () => {
  const ba = await aMember({ contact: 'ba@example.vn' })
  await requestReset('ba@example.vn')

  expect(await closeAccount(ba, goodPassword)).toEqual({ closed: true })

  const left = JSON.stringify([
    await db.select().from(people),
    await db.select().from(sessions),
    await db.select().from(oneTimeCodes),
    await db.select().from(outbox),
  ])
  for (const secret of ['Bé Ba', 'be ba', ba.username, 'ba@example.vn', '1968', 'argon2'])
    expect(left).not.toContain(secret)
  expect(await db.select().from(people)).toHaveLength(1)
  expect(await sessionOf(ba.token)).toBeNull()
  expect(await profileOf(ba)).toBeNull()
})

test('nothing opens a closed account, not even a sign-in under way while it was closed', async () => {
  const ba = await aMember()
  const [, outcome] = await Promise.all([
    closeAccount(ba, goodPassword),
    signIn({ account: ba.username, password: goodPassword, device: '?', isShared: false }),
  ])
  expect(outcome).toEqual({ problem: 'wrong' })
  for (const account of [ba.username, '0912345678', `closed-${ba.id}`])
    expect(await signIn({ account, password: goodPassword, device: '?', isShared: false })).toEqual({
      problem: 'wrong',
    })
  expect(await db.select().from(sessions)).toEqual([])
})

test('a closed account’s consents are withdrawn by new rows, and the ledger stays', async () => {
  const ba = await aMember()
  await write((tx) => noteConsents(tx, ba.id, { reminders: true, statistics: false }, new Date()))
  await closeAccount(ba, goodPassword, new Date(Date.now() + 1_000))
  const rows = await db.select().from(consents).where(eq(consents.personId, ba.id))
  expect(
    rows
      .filter((row) => !row.isGiven)
      .map((row) => row.purpose)
      .sort(),
  ).toEqual(['account', 'reminders', 'statistics'])
  expect(rows).toHaveLength(5)
})

test('closing needs the password', async () => {
  const ba = await aMember()
  expect(await closeAccount(ba, 'guess')).toEqual({ problem: 'password-wrong' })
  expect(await sessionOf(ba.token)).not.toBeNull()
})

test('the last administrator cannot leave the house without one', async () => {
  expect(await closeAccount(await firstAdministrator(), goodPassword)).toEqual({ problem: 'last-administrator' })
})

test('own data is everything about oneself, no secret and nothing of others', async () => {
  const ba = await aMember({ contact: 'ba@example.vn' })
  await aMember({ fullName: 'Trần Văn An', contact: 'an@example.vn' })
  await requestReset('ba@example.vn')
  await setLanguage(ba, 'en')

  const data = await profileOfPerson(ba)
  expect(data?.profile).toMatchObject({
    username: ba.username,
    fullName: 'Nguyễn Thị Bé Ba',
    email: 'ba@example.vn',
    birthYear: 1968,
    language: 'en',
    hasPassword: true,
  })
  expect(data?.sessions).toHaveLength(1)
  expect(data?.consents).toHaveLength(1)
  expect(data?.messages).toHaveLength(1)
  expect(data?.changes.map((change) => change.verb)).toEqual(['people.sign-up'])
  const text = JSON.stringify(data)
  for (const secret of ['argon2', 'Trần', ba.token, 'code=']) expect(text).not.toContain(secret)
})
