import pg from 'pg'
import { expect, test } from 'vitest'
import { environment, isPostgres } from '#app/db/environment.server.ts'
import { withoutIndexes } from '#app/db/without-indexes.server.ts'

test('every index and every foreign key is away while rows are put in, and there again as it was', () =>
  onPostgres(async (client) => {
    const before = await schemaOf(client)
    let meanwhile: unknown
    await withoutIndexes(client, async () => {
      meanwhile = await schemaOf(client)
    })

    expect(before.keys.length).toBeGreaterThan(10)
    expect(before.indexes.length).toBeGreaterThan(10)
    expect(meanwhile).toEqual({ indexes: [], keys: [] })
    expect(await schemaOf(client)).toEqual(before)
  }))

test('a row that refers to none is refused at the end', () =>
  onPostgres(async (client) => {
    const orphan = `INSERT INTO requirement_people (requirement_id, person_id, from_day, to_day) VALUES ('r', 'p', '', '')`
    const insert = async () => void (await client.query(orphan))
    await expect(withoutIndexes(client, insert)).rejects.toThrow(/foreign key/)
  }))

/** In a transaction that is not kept. SQLite is restored as a file. */
async function onPostgres(work: (client: pg.Client) => Promise<void>) {
  if (!isPostgres) return
  const client = new pg.Client({ connectionString: environment.DATABASE_URL })
  await client.connect()
  try {
    await client.query('BEGIN')
    await work(client)
  } finally {
    await client.end()
  }
}

/** Primary keys are part of their tables, and stay. */
async function schemaOf(client: pg.Client): Promise<{ indexes: unknown[]; keys: unknown[] }> {
  const { rows: indexes } = await client.query(`
    SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
      AND indexname NOT IN (SELECT conname FROM pg_constraint) ORDER BY 1`)
  const { rows: keys } = await client.query(`
    SELECT conname, conrelid::regclass::text, pg_get_constraintdef(oid), confdeltype, condeferrable FROM pg_constraint
    WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY conname, conrelid`)
  return { indexes, keys }
}
