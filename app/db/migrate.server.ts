import { existsSync } from 'node:fs'
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
    const pending = pendingSqlite(connection, folder)
    if (pending === 0) return
    if (!isNew && pending < readMigrationFiles({ migrationsFolder: folder }).length)
      connection.exec(`VACUUM INTO '${copyName(file).replaceAll("'", "''")}'`)
    runSqlite(drizzleSqlite(connection), { migrationsFolder: folder })
  } finally {
    connection.close()
  }
}

/** Sharp edge: several processes may start at once; an advisory lock lets one of them migrate. */
export async function migratePostgres(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock(7203711)')
    await runPostgres(drizzlePostgres(client), { migrationsFolder: folderOf('postgres') })
  } finally {
    await client.end()
  }
}

/** How many migrations this version of the program knows. */
export function knownMigrations(engine: 'sqlite' | 'postgres'): number {
  return readMigrationFiles({ migrationsFolder: folderOf(engine) }).length
}

function pendingSqlite(connection: Database.Database, folder: string) {
  const all = readMigrationFiles({ migrationsFolder: folder })
  const known = connection.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get()
  if (!known) return all.length
  const last = connection.prepare<[], number>('SELECT max(created_at) FROM __drizzle_migrations').pluck().get()
  return all.filter((migration) => migration.folderMillis > Number(last ?? 0)).length
}

function copyName(file: string) {
  return `${file}.before-migration-${new Date().toISOString().replaceAll(':', '-')}`
}
