import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/db/db.server.ts'
import { clearExpired } from '#app/people/clear-expired.server.ts'
import { hashesComputed } from '#app/people/hashing.server.ts'
import { signInFailures } from '#app/people/schema.ts'
import { sessionOf } from '#app/people/session-of.server.ts'
import { signIn } from '#app/people/sign-in.server.ts'
import { aMember, goodPassword, nobody } from '#tests/people.ts'

beforeEach(nobody)

const start = new Date('2026-11-22T01:00:00Z')
const after = (ms: number) => new Date(start.getTime() + ms)
const minutes = 60_000

function enter(account: string, password = goodPassword, now = new Date()) {
  return signIn({ account, password, device: 'Chrome, Android', isShared: false }, now)
}

test('user name, phone and e-mail all open the account, however they are typed', async () => {
  const byPhone = await aMember()
  const byMail = await aMember({ fullName: 'Trần Văn An', contact: 'an@example.vn' })

  for (const account of [byPhone.username, ` ${byPhone.username.toUpperCase()} `, '0912.345.678', '+84912345678'])
    expect(await enter(account), account).toMatchObject({ person: { id: byPhone.id } })
  for (const account of [byMail.username, 'AN@Example.vn '])
    expect(await enter(account)).toMatchObject({ person: { id: byMail.id } })
})

test('a token of 32 random bytes is handed out, and only its hash is kept', async () => {
  const member = await aMember()
  const outcome = await enter(member.username)
  if (!('token' in outcome)) throw new Error('not signed in')
  expect(Buffer.from(outcome.token, 'base64url')).toHaveLength(32)
  expect(await sessionOf(outcome.token)).toMatchObject({ id: member.id })
})

test('the password counts as typed on a Mac or on Windows, capitals and spaces too', async () => {
  await aMember()
  expect(await enter('0912345678', goodPassword.normalize('NFD'))).toHaveProperty('token')
  expect(await enter('0912345678', goodPassword.toUpperCase())).toEqual({ problem: 'wrong' })
  expect(await enter('0912345678', `${goodPassword} `)).toEqual({ problem: 'wrong' })
})

test('unknown and wrong get the same answer after the same number of hashes', async () => {
  const member = await aMember()
  const hashesOf = async (account: string) => {
    const before = hashesComputed()
    const outcome = await enter(account, 'not the password')
    return { outcome, hashes: hashesComputed() - before }
  }
  const wrong = await hashesOf(member.username)
  for (const unknown of ['ai-do', '0987654321', 'ai@example.vn', '', '\u0000', 'x'.repeat(100_000)])
    expect(await hashesOf(unknown)).toEqual(wrong)
  expect(wrong).toEqual({ outcome: { problem: 'wrong' }, hashes: 1 })
})

test('a phone and a password that fit two people ask for the user name, which opens', async () => {
  const first = await aMember()
  await aMember({ fullName: 'Trần Văn An' })
  expect(await enter('0912345678')).toEqual({ problem: 'which' })
  expect(await enter(first.username)).toMatchObject({ person: { id: first.id } })
})

test('a shared phone with a password of one of them opens that one', async () => {
  await aMember()
  const second = await aMember({ fullName: 'Trần Văn An', password: 'cá lóc nướng trui' })
  expect(await enter('0912345678', 'cá lóc nướng trui')).toMatchObject({ person: { id: second.id } })
})

test('five wrong tries shut the name for a minute, the next for two, and it tells until when', async () => {
  const member = await aMember()
  for (let failure = 1; failure <= 5; failure++)
    expect(await enter(member.username, 'wrong one', start)).toEqual({ problem: 'wrong' })

  const before = hashesComputed()
  expect(await enter(member.username, goodPassword, after(59_000))).toEqual({
    problem: 'locked',
    until: after(minutes),
  })
  expect(hashesComputed()).toBe(before)

  expect(await enter(member.username, 'wrong one', after(minutes))).toEqual({ problem: 'wrong' })
  expect(await enter(member.username, goodPassword, after(2 * minutes))).toEqual({
    problem: 'locked',
    until: after(3 * minutes),
  })
  expect(await enter(member.username, goodPassword, after(3 * minutes))).toHaveProperty('token')
})

test('a success clears the count', async () => {
  const member = await aMember()
  for (let failure = 1; failure <= 4; failure++) await enter(member.username, 'wrong one')
  await enter(member.username)
  expect(await db.select().from(signInFailures)).toEqual([])
})

test('an unknown name is shut like a known one, so the lock tells nothing', async () => {
  for (let failure = 1; failure <= 5; failure++) await enter('khong-co-ai', 'wrong one', start)
  expect(await enter('khong-co-ai', 'wrong one', start)).toEqual({ problem: 'locked', until: after(minutes) })
})

test('many tries at once get no more than five', async () => {
  const member = await aMember()
  const before = hashesComputed()
  const outcomes = await Promise.all(Array.from({ length: 30 }, () => enter(member.username, 'wrong one', start)))
  expect(outcomes.filter((outcome) => 'problem' in outcome && outcome.problem === 'wrong')).toHaveLength(5)
  expect(hashesComputed() - before).toBe(5)
})

test('many who sign in at once with one shared phone are not shut out', async () => {
  await aMember()
  const outcomes = await Promise.all(Array.from({ length: 12 }, () => enter('0912345678')))
  expect(outcomes.every((outcome) => 'token' in outcome)).toBe(true)
})

test('failures of a day ago no longer count', async () => {
  const member = await aMember()
  for (let failure = 1; failure <= 4; failure++) await enter(member.username, 'wrong one', start)
  const nextDay = after(25 * 60 * minutes)
  await enter(member.username, 'wrong one', nextDay)
  expect((await db.select().from(signInFailures))[0]).toMatchObject({ failures: 1, lockedUntil: null })
  await clearExpired(after(50 * 60 * minutes))
  expect(await db.select().from(signInFailures)).toEqual([])
})

test('whatever is tried on other names, a name that nobody failed on opens', async () => {
  const member = await aMember({ contact: 'ba@example.vn' })
  const other = fc.oneof(
    fc.string(),
    fc.constantFrom('0912345679', 'bb@example.vn', `${member.username}0`, member.username.slice(1)),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(other, { minLength: 6, maxLength: 8 }), async (names) => {
      for (const name of names) await enter(name, 'wrong one', start)
      const outcome = await enter(member.username, goodPassword, start)
      expect(outcome).toHaveProperty('token')
    }),
    { numRuns: 8, examples: [[Array.from({ length: 8 }, () => `${member.username}0`)]] },
  )
})
