import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { expect, test } from 'vitest'
import { table, text } from '#app/db/columns.ts'
import { sqliteDoor } from '#app/db/sqlite-door.server.ts'

const words = table('words', { id: text().primaryKey() })

/** A door of its own, and what was said through it. */
function aDoor() {
  const said: string[] = []
  const file = new Database(':memory:', { verbose: (text) => said.push(String(text)) })
  file.exec('CREATE TABLE words (id TEXT PRIMARY KEY)')
  const door = sqliteDoor(file, drizzle(file))
  const add = (id: string, withinMs?: number) =>
    door.write(async (tx) => tx.insert(words).values({ id }), withinMs === undefined ? {} : { withinMs })
  return { door, add, commits: () => said.filter((text) => text === 'COMMIT').length }
}

test('works that come at once share a commit', async () => {
  const { add, commits } = aDoor()
  await Promise.all(Array.from({ length: 20 }, (_, place) => add(String(place))))

  // One, or a few where the machine is slow: a group ends after its time.
  expect(commits()).toBeLessThan(20)
})

test('a work that can wait rides with the next that cannot', async () => {
  const { add, commits } = aDoor()
  const patient = add('một', 60_000)
  await new Promise((wake) => setImmediate(wake))
  expect(commits()).toBe(0)
  await Promise.all([add('hai'), patient])

  expect(commits()).toBeGreaterThan(0)
})

test('works that can wait are done together when the patience of the first ends, though nobody else comes', async () => {
  const { add, commits } = aDoor()
  await Promise.all([add('một', 5), add('hai', 60_000)])

  expect(commits()).toBeGreaterThan(0)
})

test('a door that is to close lets nobody wait', async () => {
  const { door, add, commits } = aDoor()
  const patient = add('một', 60_000)
  await door.idle()

  expect(commits()).toBe(1)
  await patient
})

test('a group that is full waits for nobody', async () => {
  const { add, commits } = aDoor()
  await Promise.all(Array.from({ length: 64 }, (_, place) => add(String(place), 60_000)))

  expect(commits()).toBeLessThan(64)
})
