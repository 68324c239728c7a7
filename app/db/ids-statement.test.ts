import { expect, test } from 'vitest'
import { db } from '#app/db/db.server.ts'
import { idsStatement } from '#app/db/ids-statement.server.ts'
import { people } from '#app/people/schema.ts'
import { aPerson } from '#tests/factories.ts'

test('however many ids are asked about, each row comes once', async () => {
  const made: string[] = []
  for (let number = 0; number < 20; number++) made.push((await aPerson()).id)
  const found = idsStatement((reads, isOneOfThem) =>
    reads.select({ id: people.id }).from(people).where(isOneOfThem(people.id)),
  )
  const strangers = Array.from({ length: 1_100 }, (_, place) => `nobody-${place}`)
  for (const asked of [[], made.slice(0, 1), made.slice(0, 2), made.slice(0, 17), made, [...strangers, ...made]]) {
    const wanted = asked.filter((id) => made.includes(id))
    const rows = await found(db, asked)
    expect(rows.map(({ id }) => id).sort()).toEqual(wanted.sort())
  }
})
