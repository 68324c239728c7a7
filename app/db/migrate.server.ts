import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle as drizzleSqlite } from 'drizzle-orm/better-sqlite3'
import { migrate as runSqlite } from 'drizzle-orm/better-sqlite3/migrator'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle as drizzlePostgres } from 'drizzle-orm/node-postgres'
import { migrate as runPostgres } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'

/** The folders of generated migrations, beside the program whether it runs from the build or from source. */
const folderOf = (engine: 'sqlite' | 'postgres') => join(process.cwd(), 'drizzle', engine)

/** Brings the file to the newest schema; copies it first when something is to be done to existing rows. */
export function migrateSqlite(file: string, folder = folderOf('sqlite')) {
  const isNew = !existsSync(file)
  const connection = new Database(file, { timeout: 10_000 })
  try {
    connection.pragma('journal_mode = WAL')
    const last = lastInSqlite(connection)
    refuseNewer(last, folder)
    const pending = readMigrationFiles({ migrationsFolder: folder }).filter(isAfter(last)).length
    if (pending === 0) return
    if (!isNew && pending < readMigrationFiles({ migrationsFolder: folder }).length)
      copyBeside(connection, copyName(file))
    runSqlite(drizzleSqlite(connection), { migrationsFolder: folder })
  } finally {
    connection.close()
  }
}

/** A full disk leaves no half copy: each try to start would leave another. */
function copyBeside(connection: Database.Database, copy: string) {
  try {
    connection.exec(`VACUUM INTO '${copy.replaceAll("'", "''")}'`)
  } catch (problem) {
    rmSync(copy, { force: true })
    throw problem
  }
}

/** Sharp edge: several processes may start at once; an advisory lock lets one of them migrate. */
export async function migratePostgres(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock(7203711)')
    refuseNewer(await lastInPostgres(client), folderOf('postgres'))
    await runPostgres(drizzlePostgres(client), { migrationsFolder: folderOf('postgres') })
  } finally {
    await client.end()
  }
}

/** How many migrations this version of the program knows. */
export function knownMigrations(engine: 'sqlite' | 'postgres'): number {
  return readMigrationFiles({ migrationsFolder: folderOf(engine) }).length
}

/**
 * Sharp edge: an older program on a newer schema works, and leaves out what it does not know: names that nobody finds,
 * places that sort nowhere. Whoever goes back restores a backup.
 */
function refuseNewer(last: number, folder: string) {
  if (readMigrationFiles({ migrationsFolder: folder }).some(({ folderMillis }) => folderMillis >= last)) return
  const message = 'the database is from a newer version of the program: start that one, or restore a backup of this one'
  throw Object.assign(new Error(message), { code: 'NEWER_SCHEMA' })
}

function isAfter(last: number) {
  return (migration: { folderMillis: number }) => migration.folderMillis > last
}

/** When the newest migration was made that the database has seen, in epoch milliseconds; 0: none. */
function lastInSqlite(connection: Database.Database): number {
  const known = connection.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get()
  if (!known) return 0
  return Number(connection.prepare('SELECT max(created_at) FROM __drizzle_migrations').pluck().get() ?? 0)
}

async function lastInPostgres(client: pg.Client): Promise<number> {
  const { rows: tables } = await client.query("SELECT to_regclass('drizzle.__drizzle_migrations') AS name")
  if (!tables[0]?.name) return 0
  const { rows } = await client.query('SELECT max(created_at) AS last FROM drizzle.__drizzle_migrations')
  return Number(rows[0]?.last ?? 0)
}

function copyName(file: string) {
  return `${file}.before-migration-${new Date().toISOString().replaceAll(':', '-')}`
}
