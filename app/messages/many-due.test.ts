import Database from 'better-sqlite3'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { write } from '#app/db/db.server.ts'
import { deliverDue } from '#app/messages/deliver.server.ts'
import { messagesDue } from '#app/messages/due.server.ts'
import { queueMessage } from '#app/messages/queue.server.ts'
import { countQueries } from '#tests/count-queries.ts'
import { aMailServer, type MailServer } from '#tests/mail-server.ts'

// A morning on which tens of thousands are told: found by a simulated year over the whole demonstration province.

let server: MailServer
const noon = new Date('2026-06-01T05:00:00Z')

beforeAll(async () => {
  server = await aMailServer()
  const letter = {
    toPersonId: 'p1',
    subject: 'Còn 7 ngày',
    body: 'Chào bạn.',
    language: 'vi' as const,
    createdAt: noon,
  }
  const letters = Array.from({ length: 40 }, (_, n) => ({ ...letter, address: `n${n}@example.vn` }))
  await write((tx) => queueMessage(tx, ...letters))
})
afterAll(() => server.close())

test('the longest due are read in the order of an index: nothing sorts all that wait', async () => {
  const { sql, params } = messagesDue('email', noon).toSQL()
  const plan = await planOf(sql, params)
  expect(plan).toMatch(/outbox_by_due/)
  expect(plan).not.toMatch(/TEMP B-TREE|Sort/)
})

test('a letter costs two writes, and what is around a group of them does not grow', async () => {
  const asked = await countQueries(() => deliverDue(noon, { smtpUrl: server.url }))
  expect(server.letters).toHaveLength(40)
  expect(asked).toBeLessThanOrEqual(2 * 40 + 4)
})

async function planOf(sql: string, params: unknown[]): Promise<string> {
  const url = process.env.DATABASE_URL ?? ''
  return url.startsWith('postgres') ? planOnPostgres(url, sql, params) : planOnSqlite(url.slice(5), sql, params)
}

function planOnSqlite(file: string, sql: string, params: unknown[]): string {
  const connection = new Database(file, { readonly: true })
  const steps = connection.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...params)
  connection.close()
  return steps.map(({ detail }) => detail).join('\n')
}

/** Of few rows it would rather read all. */
async function planOnPostgres(url: string, sql: string, params: unknown[]): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('SET enable_seqscan = off; SET enable_bitmapscan = off')
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql}`, params)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  } finally {
    await client.end()
  }
}
