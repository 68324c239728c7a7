import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3'
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { environment, isPostgres, shown, sqliteFile } from '#app/db/environment.server.ts'
import { keepStatements } from '#app/db/keep-statements.server.ts'
import { limitsAsText } from '#app/db/limits-as-text.server.ts'
import { migratePostgres, migrateSqlite } from '#app/db/migrate.server.ts'
import { openingProblem } from '#app/db/opening-problem.ts'
import { postgresDoor } from '#app/db/postgres-door.server.ts'
import { sqliteDoor } from '#app/db/sqlite-door.server.ts'

const options = { casing: 'snake_case' } as const

/**
 * How PostgreSQL plans what it is asked here, short questions about a database that lies in memory: to start another process
 * for one takes 20 ms, to compile it as long, and to look up a row costs little more than to read it in passing.
 * What stands as `options` in DATABASE_URL is taken instead.
 */
const planning = '-c max_parallel_workers_per_gather=0 -c jit=off -c random_page_cost=1.1'

type Reads = Pick<ReturnType<typeof drizzleSqlite>, 'select' | 'selectDistinct' | '$count'>

/** What a body of `write` may speak to: reads and writes of its own transaction. */
export type Transaction = Reads & Pick<ReturnType<typeof drizzleSqlite>, 'insert' | 'update' | 'delete'>

/** How long a write may wait for others to share its commit with. Only SQLite makes one wait: it has one writer. */
export type Patience = { withinMs?: number }

type Engine = {
  db: Reads
  write<T>(run: (tx: Transaction) => Promise<T>, patience?: Patience): Promise<T>
  /** A number that changes whenever somebody may have published. Costs 4 µs on SQLite, nothing on PostgreSQL. */
  dataVersion(): number
  close(): Promise<void>
}

const engine = await openOrStop()

/** Reads. On SQLite the connection is read-only, so a stray write fails at once. */
export const db = engine.db

/** Every write: all or nothing, acknowledged after the commit. Await nothing but `tx` inside. */
export const write = engine.write

export const dataVersion = engine.dataVersion

export const closeDatabase = engine.close

/** A database that cannot be opened ends the program with one line, as a wrong setting does. */
async function openOrStop(): Promise<Engine> {
  try {
    return isPostgres ? await openPostgres() : openSqlite()
  } catch (problem) {
    const { line, exitCode } = openingProblem(problem, shown('DATABASE_URL', environment.DATABASE_URL) ?? '')
    process.stderr.write(`${line}\n`)
    process.exit(exitCode)
  }
}

/** Sharp edge: a read-only connection cannot open a file that does not exist, so opening migrates first (a no-op once done). */
function openSqlite(): Engine {
  mkdirSync(dirname(sqliteFile), { recursive: true, mode: 0o700 })
  migrateSqlite(sqliteFile)
  const reader = keepStatements(new Database(sqliteFile, { readonly: true, timeout: 5000 }))
  reader.pragma('mmap_size = 268435456')
  const writer = keepStatements(new Database(sqliteFile, { timeout: 0 }))
  writer.pragma('synchronous = FULL')
  writer.pragma('foreign_keys = ON')
  const door = sqliteDoor(writer, limitsAsText(drizzleSqlite(writer, options)))
  const version = reader.prepare<[], number>('PRAGMA data_version').pluck()
  return {
    db: limitsAsText(drizzleSqlite(reader, options)),
    write: door.write,
    dataVersion: () => version.get() ?? 0,
    close: async () => {
      await door.idle()
      reader.close()
      writer.close()
    },
  }
}

async function openPostgres(): Promise<Engine> {
  await migratePostgres(environment.DATABASE_URL)
  // The first question of a connection costs 14 ms more than the next, so they are not given up after ten seconds of rest.
  const rest = { idleTimeoutMillis: 10 * 60_000, keepAlive: true }
  const pool = new pg.Pool({ connectionString: environment.DATABASE_URL, max: 10, options: planning, ...rest })
  pool.on('error', () => {}) // an idle client lost its server: the next query opens another or fails with its own error
  const postgres = drizzlePostgres(pool, options)
  const published = listenForPublishing(environment.DATABASE_URL)
  return {
    db: postgres as unknown as Reads, // same builders, same rows: columns.ts gives both engines the SQLite types
    write: postgresDoor(pool, (client) => drizzlePostgres(client, options)),
    dataVersion: published.count,
    close: async () => {
      published.stop()
      await pool.end()
    },
  }
}

/** Counts the notices that the catalogue's trigger sends; a lost connection counts as one, since notices were missed. */
function listenForPublishing(connectionString: string) {
  let count = 0
  let isStopped = false
  let client: pg.Client

  async function listen() {
    client = new pg.Client({ connectionString })
    client.on('notification', () => count++)
    client.on('error', () => {})
    client.on('end', () => {
      count++
      if (!isStopped) setTimeout(() => void listen(), 1000).unref()
    })
    try {
      await client.connect()
      await client.query('LISTEN catalogue')
    } catch {
      // the server is away, or this process is closing: 'end' comes, and with it the next try
    }
    count++
  }

  void listen()
  return {
    count: () => count,
    stop: () => {
      isStopped = true
      void client.end()
    },
  }
}
