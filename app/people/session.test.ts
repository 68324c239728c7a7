import { eq } from 'drizzle-orm'
import { beforeEach, expect, test, vi } from 'vitest'
import { db, write } from '#app/db/db.server.ts'
import { clearExpired } from '#app/people/clear-expired.server.ts'
import { openSession } from '#app/people/open-session.server.ts'
import { people, sessions } from '#app/people/schema.ts'
import { sessionOf } from '#app/people/session-of.server.ts'
import { sessionsOf } from '#app/people/sessions-of.server.ts'
import { endSession, signOut } from '#app/people/sign-out.server.ts'
import { hashOf, newToken } from '#app/people/token.server.ts'
import { aMember, nobody } from '#tests/people.ts'

beforeEach(nobody)

const start = new Date('2026-11-22T01:00:00Z')
const after = (ms: number) => new Date(start.getTime() + ms)
const second = 1_000
const minute = 60 * second
const day = 24 * 60 * minute

const lastSeen = async (token: string) =>
  (
    await db
      .select()
      .from(sessions)
      .where(eq(sessions.id, hashOf(token)))
  )[0]?.lastSeenAt

test('a token that was never given, or is not of our shape, is nobody', async () => {
  await aMember()
  for (const token of [newToken(), '', 'x', 'x'.repeat(43), 'x'.repeat(100_000)])
    expect(await sessionOf(token)).toBeNull()
})

test('the table holds no token', async () => {
  const { token } = await aMember()
  expect(JSON.stringify(await db.select().from(sessions))).not.toContain(token)
})

test('a shared device is out 3 minutes after the last touch, and stays in while it is touched', async () => {
  const { token } = await aMember({ isShared: true }, start)
  for (let at = 1; at <= 5; at++) {
    expect(await sessionOf(token, after(at * 2 * minute))).toMatchObject({ isShared: true })
    await expect.poll(() => lastSeen(token)).toEqual(after(at * 2 * minute))
  }
  expect(await sessionOf(token, after(10 * minute + 3 * minute))).toBeNull()
})

test('an administrator is out after 15 minutes, a learner of their own phone after 30 days', async () => {
  const learner = await aMember({}, start)
  const admin = await aMember({}, start)
  await write((tx) => tx.update(people).set({ role: 'administrator' }).where(eq(people.id, admin.id)))
  const token = await write((tx) =>
    openSession(tx, { id: admin.id, role: 'administrator' }, { device: '?', isShared: false }, start),
  )

  expect(await sessionOf(token, after(15 * minute - 1))).toMatchObject({ role: 'administrator' })
  await expect.poll(() => lastSeen(token)).not.toEqual(start)
  expect(await sessionOf(token, after(30 * minute))).toBeNull()
  expect(await sessionOf(learner.token, after(30 * day - 1))).toMatchObject({ id: learner.id })
  await expect.poll(() => lastSeen(learner.token)).not.toEqual(start)
  expect(await sessionOf(learner.token, after(59 * day))).toMatchObject({ id: learner.id })
})

test('a sign of life is written at most once a minute', async () => {
  const { token } = await aMember({}, start)
  for (let at = 1; at < 60; at++) await sessionOf(token, after(at * second))
  await new Promise((wake) => setTimeout(wake, 50))
  expect(await lastSeen(token)).toEqual(start)

  await sessionOf(token, after(minute))
  await expect.poll(() => lastSeen(token)).toEqual(after(minute))
})

test('who holds a token is one query, prepared beforehand', async () => {
  const { token } = await aMember()
  // PostgreSQL: the pool is asked once. SQLite: nothing is prepared any more, so nothing ran but the statement that was.
  const { $client } = db as unknown as { $client: Record<'query' | 'prepare', () => unknown> }
  const isPostgres = process.env.TEST_ENGINE === 'postgres'
  const spy = vi.spyOn($client, isPostgres ? 'query' : 'prepare')
  await sessionOf(token)
  expect(spy).toHaveBeenCalledTimes(isPostgres ? 1 : 0)
  spy.mockRestore()
})

test('people see their own sessions, the asking one marked, and nobody else’s', async () => {
  const ba = await aMember()
  const an = await aMember({ fullName: 'Trần Văn An' })
  await write((tx) => openSession(tx, ba, { device: 'Safari, iPhone', isShared: true }, new Date()))

  const own = await sessionsOf(ba, ba.token)
  expect(own.map(({ device, isShared, isThis }) => ({ device, isShared, isThis }))).toEqual(
    expect.arrayContaining([
      { device: 'Chrome, Android', isShared: false, isThis: true },
      { device: 'Safari, iPhone', isShared: true, isThis: false },
    ]),
  )
  expect(own).toHaveLength(2)
  expect(await sessionsOf(an, an.token)).toHaveLength(1)
})

test('people end their own sessions one by one; another’s handle is not there for them', async () => {
  const ba = await aMember()
  const an = await aMember({ fullName: 'Trần Văn An' })
  const [session] = await sessionsOf(ba)

  expect(await endSession(an, session?.handle ?? '')).toBeNull()
  expect(await sessionOf(ba.token)).not.toBeNull()
  expect(await endSession(ba, session?.handle ?? '')).toBe(true)
  expect(await sessionOf(ba.token)).toBeNull()
  expect(await endSession(ba, session?.handle ?? '')).toBeNull()
})

test('signing out ends this session alone, and twice is once', async () => {
  const ba = await aMember()
  const other = await write((tx) => openSession(tx, ba, { device: '?', isShared: false }, new Date()))
  await signOut(ba.token)
  await signOut(ba.token)
  expect(await sessionOf(ba.token)).toBeNull()
  expect(await sessionOf(other)).not.toBeNull()
})

test('sessions that ran out are cleared away, others stay', async () => {
  const old = await aMember({ isShared: true }, start)
  const fresh = await aMember({}, start)
  await clearExpired(after(4 * minute))
  expect((await db.select().from(sessions)).map((session) => session.personId)).toEqual([fresh.id])
  expect(await sessionOf(old.token, after(minute))).toBeNull()
})
