import { asc, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, write } from '#app/db/db.server.ts'
import { isPostgres } from '#app/db/environment.server.ts'
import { practiceAnswers } from '#app/enrolments/schema.ts'
import { leases } from '#app/messages/schema.ts'

const until = new Date('2026-11-22T00:00:00Z')

test('a failing work is rolled back alone, and its neighbours in the same commit stand', async () => {
  const outcomes = await Promise.allSettled([
    write(async (tx) => tx.insert(leases).values({ name: 'a', holder: 'x', until })),
    write(async (tx) => {
      await tx.insert(leases).values({ name: 'b', holder: 'x', until })
      throw new Error('no')
    }),
    write(async (tx) => tx.insert(leases).values({ name: 'c', holder: 'x', until })),
  ])

  expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect((await db.select().from(leases)).map((lease) => lease.name).sort()).toEqual(['a', 'c'])
})

test('write() inside write() is refused, so nobody waits for themselves', async () => {
  await expect(write(() => write(async () => {}))).rejects.toThrow('pass tx along')
})

test('two hundred counts at once lose nothing', async () => {
  await write(async (tx) => tx.insert(leases).values({ name: 'count', holder: '0', until }))

  await Promise.all(
    Array.from({ length: 200 }, () =>
      write(async (tx) => {
        const [row] = await tx.select().from(leases).where(eq(leases.name, 'count'))
        await tx
          .update(leases)
          .set({ holder: String(Number(row?.holder) + 1) })
          .where(eq(leases.name, 'count'))
      }),
    ),
  )

  const [row] = await db.select().from(leases).where(eq(leases.name, 'count'))
  expect(row?.holder).toBe('200')
})

if (isPostgres)
  test('a connection that is lost in the middle of a write loses that write alone', async () => {
    const lost = write(async (tx) => {
      await tx.insert(leases).values({ name: 'lost', holder: 'x', until })
      await tx.select({ ended: sql`pg_terminate_backend(pg_backend_pid())` }).from(leases)
    })
    await expect(lost).rejects.toThrow()
    await write((tx) => tx.insert(leases).values({ name: 'later', holder: 'x', until }))

    const names = (await db.select().from(leases)).map(({ name }) => name)
    expect([names.includes('lost'), names.includes('later')]).toEqual([false, true])
  })

test('an instant and a flag come back as they went in', async () => {
  const [row] = await db.select().from(leases).where(eq(leases.name, 'a'))
  expect(row?.until).toEqual(until)
})

test('a text that looks like a number comes back from a JSON column as a text', async () => {
  const answers = ['24', 'true', 'null', '"', [], ['1'], { a: '2' }, 3, false]
  const common = {
    personId: 'x',
    editionId: 'x',
    lesson: 'x',
    credit: 0,
    bestCredit: 0,
    answeredAt: until,
    eventId: 'x',
  }
  const rows = answers.map((answer, place) => ({ ...common, question: String(place), answer }))
  await write((tx) => tx.insert(practiceAnswers).values(rows))

  const kept = await db.select().from(practiceAnswers).orderBy(asc(practiceAnswers.question))
  expect(kept.map(({ answer }) => answer)).toEqual(answers)
})
