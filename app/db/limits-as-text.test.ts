import Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { expect, test } from 'vitest'
import { table, text } from '#app/db/columns.ts'
import { limitsAsText } from '#app/db/limits-as-text.server.ts'

const words = table('words', { id: text().primaryKey() })

const file = new Database(':memory:')
file.exec("CREATE TABLE words (id TEXT PRIMARY KEY); INSERT INTO words VALUES ('một'), ('hai'), ('ba')")
const db = limitsAsText(drizzle(file))

test('a limit stands in the text of a query, so that SQLite need not read it anew at each run', async () => {
  const query = db.select().from(words).limit(2)

  expect(query.toSQL()).toMatchObject({ sql: expect.stringMatching(/ limit 2$/), params: [] })
  expect(await query).toHaveLength(2)
})

test('no rows asked for are no rows; a placeholder stays one', async () => {
  expect(await db.select().from(words).limit(0)).toEqual([])
  const some = db.select().from(words).limit(sql.placeholder('most')).prepare()
  expect(await some.execute({ most: 1 })).toHaveLength(1)
})
