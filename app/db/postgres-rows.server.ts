import { createReadStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { withoutIndexes } from '#app/db/without-indexes.server.ts'

/** A row as PostgreSQL writes its values: every type comes back from its own text unchanged. */
export type TextRow = Record<string, string | null>
export type TextTable = { name: string; rows: AsyncIterable<TextRow> | Iterable<TextRow> }

type Column = { name: string; type: string }

const rowsAtOnce = 500

/**
 * Writes each table of the schema into `folder` as one JSON object a line, all of one moment, while others write.
 * Returns how many migrations the schema has seen. Needs no pg_dump of the server's own version.
 */
export async function exportRows(url: string, folder: string): Promise<number> {
  await mkdir(folder, { mode: 0o700 })
  return connected(url, async (client) => {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    for (const [table, columns] of await columnsOf(client))
      await exportTable(client, table, columns, join(folder, `${table}.ndjson`))
    const { rows } = await client.query('SELECT count(*)::int AS count FROM drizzle.__drizzle_migrations')
    return Number(rows[0]?.count)
  })
}

async function exportTable(client: pg.Client, table: string, columns: Column[], path: string) {
  const values = columns.map(({ name }) => `${quoted(name)}::text`).join(', ')
  await client.query(`DECLARE every NO SCROLL CURSOR FOR SELECT ${values} FROM ${quoted(table)}`)
  const file = await open(path, 'wx', 0o600)
  try {
    for (;;) {
      const { rows } = await client.query<TextRow>(`FETCH ${rowsAtOnce} FROM every`)
      if (rows.length === 0) break
      await file.writeFile(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    }
    await file.sync()
  } finally {
    await file.close()
  }
  await client.query('CLOSE every')
}

/** Reads back one file of `exportRows`. */
export async function* readRows(path: string): AsyncIterable<TextRow> {
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY }))
    yield JSON.parse(line)
}

/** The first table that holds anything; null: an empty database. Asked before anything is changed in it. */
export async function tableWithRows(url: string): Promise<string | null> {
  return connected(url, async (client) => {
    for (const table of (await columnsOf(client)).keys()) {
      const { rows } = await client.query(`SELECT 1 FROM ${quoted(table)} LIMIT 1`)
      if (rows.length > 0) return table
    }
    return null
  })
}

/** Puts rows into a migrated, empty database: all of them or none. Returns what stands in the way, if anything. */
export async function importRows(
  url: string,
  open: (types: Map<string, Map<string, string>>) => TextTable[],
): Promise<string | null> {
  return connected(url, async (client) => {
    const columns = await columnsOf(client)
    const types = new Map(
      [...columns].map(([table, all]) => [table, new Map(all.map(({ name, type }) => [name, type]))]),
    )
    const tables = new Map(open(types).map((table) => [table.name, table]))
    const unknown = [...tables.keys()].find((name) => !columns.has(name))
    if (unknown) return `The backup has a table that this version does not know: ${unknown}.`
    await client.query('BEGIN')
    await withoutIndexes(client, async () => {
      for (const [name, table] of tables) await importTable(client, table, columns.get(name) ?? [])
    })
    // The planner takes a table that nobody has looked at for an empty one.
    await client.query(`ANALYZE ${[...tables.keys()].map(quoted).join(', ')}`)
    await client.query('COMMIT')
    return null
  })
}

async function importTable(client: pg.Client, { name, rows }: TextTable, columns: Column[]) {
  const names = columns.map((column) => quoted(column.name))
  const texts = names.map((column) => `${column} text`).join(', ')
  const values = columns.map((column) => `${quoted(column.name)}::${quoted(column.type)}`).join(', ')
  const from = `json_to_recordset($1::json) AS entry(${texts})`
  const insert = `INSERT INTO ${quoted(name)} (${names.join(', ')}) SELECT ${values} FROM ${from}`
  let waiting: TextRow[] = []
  let sent: Promise<unknown> = Promise.resolve()
  const send = async () => {
    await sent // the next rows are read while the server takes these in
    sent = client.query(insert, [JSON.stringify(waiting)])
    sent.catch(() => {}) // told where it is awaited
    waiting = []
  }
  for await (const row of rows) {
    waiting.push(row)
    if (waiting.length === rowsAtOnce) await send()
  }
  await send()
  await sent
}

async function columnsOf(client: pg.Client): Promise<Map<string, Column[]>> {
  const { rows } = await client.query<{ table: string; name: string; type: string }>(`
    SELECT c.table_name AS "table", c.column_name AS name, c.udt_name AS type
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' ORDER BY c.table_name, c.ordinal_position`)
  const tables = new Map<string, Column[]>()
  for (const { table, ...column } of rows) tables.set(table, [...(tables.get(table) ?? []), column])
  return tables
}

/** Text of values must not depend on the server's settings. */
async function connected<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(`SET DateStyle = 'ISO'; SET TimeZone = 'UTC'; SET IntervalStyle = 'iso_8601'`)
    return await work(client)
  } finally {
    await client.end()
  }
}

function quoted(name: string) {
  return pg.escapeIdentifier(name)
}
