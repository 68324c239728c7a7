import { asc } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { contains } from '#app/db/contains.server.ts'
import { db, write } from '#app/db/db.server.ts'
import { startsWith } from '#app/db/starts-with.server.ts'
import { insertPeopleInTx } from '#app/people/insert-people-in-tx.server.ts'
import { people } from '#app/people/schema.ts'

test('texts are found by their beginning or any part, and no letter is a pattern', async () => {
  const names = ['an.ba', 'an_ba', 'anxba', 'an-ba', 'an%ba', 'an', 'a', 'ban', 'ban\\an', 'thanh', 'xuân', 'AN']
  const createdAt = new Date()
  const facts = { fullName: 'Lê Văn Tám', role: 'learner', language: 'vi', createdAt } as const
  await write((tx) =>
    insertPeopleInTx(
      tx,
      names.map((username) => ({ username, ...facts })),
    ),
  )
  const found = async (where: ReturnType<typeof contains> | ReturnType<typeof startsWith>) => {
    const rows = await db.select({ username: people.username }).from(people).where(where).orderBy(asc(people.id))
    return rows.map(({ username }) => username).sort()
  }
  for (const text of ['an', 'an_', 'an%', 'an.', 'a', 'ban\\', 'ân', 'xyz', 'n-b']) {
    expect(await found(startsWith(people.username, text))).toEqual(names.filter((name) => name.startsWith(text)).sort())
    expect(await found(contains(people.username, text))).toEqual(names.filter((name) => name.includes(text)).sort())
  }
})
