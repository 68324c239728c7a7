import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { knownMigrations, migrateSqlite } from '#app/db/migrate.server.ts'
import { temporaryFolder } from '#tests/temporary-folder.ts'

test('a migration copies the database first, and the copy is the database as it was', () => {
  const { file, migrations } = anOldDatabase()
  addMigration(migrations, 'add-a-colour', 'ALTER TABLE leases ADD colour text')

  migrateSqlite(file, migrations)

  expect(columnsOf(file)).toContain('colour')
  const [copy, ...more] = copiesOf(file)
  expect(more).toEqual([])
  expect(columnsOf(copy ?? '')).not.toContain('colour')
  expect(holdersIn(copy ?? '')).toEqual(['before'])
  expect(holdersIn(file)).toEqual(['before'])
})

test('a new database is not copied, nor one that is up to date', () => {
  const { file, migrations } = anOldDatabase()
  migrateSqlite(file, migrations)

  expect(copiesOf(file)).toEqual([])
})

test('a migration that fails changes nothing, and the copy stands beside it', () => {
  const { file, migrations } = anOldDatabase()
  addMigration(migrations, 'break', 'ALTER TABLE leases ADD colour text;\n--> statement-breakpoint\nDROP TABLE nowhere')

  expect(() => migrateSqlite(file, migrations)).toThrow()
  expect(columnsOf(file)).not.toContain('colour')
  expect(holdersIn(file)).toEqual(['before'])
  expect(copiesOf(file)).toHaveLength(1)
})

test('a database from a newer version of the program is not opened, and stays as it is', () => {
  const { file, migrations } = anOldDatabase()
  const older = join(migrations, '..', 'older')
  cpSync(migrations, older, { recursive: true })
  addMigration(migrations, 'add-a-colour', 'ALTER TABLE leases ADD colour text')
  migrateSqlite(file, migrations)

  expect(() => migrateSqlite(file, older)).toThrow('from a newer version')
  expect(columnsOf(file)).toContain('colour')
})

test('the program knows how many migrations it brings', () => {
  expect(knownMigrations('sqlite')).toBeGreaterThan(0)
  expect(knownMigrations('postgres')).toBeGreaterThanOrEqual(knownMigrations('sqlite'))
})

/** A database of the version before, with a row in it, and a folder of migrations that can grow. */
function anOldDatabase() {
  const folder = temporaryFolder('migrate')
  const migrations = join(folder, 'migrations')
  cpSync('drizzle/sqlite', migrations, { recursive: true })
  const file = join(folder, 'ben-so.db')
  migrateSqlite(file, migrations)
  const connection = new Database(file)
  connection.exec("INSERT INTO leases (name, holder, until) VALUES ('a', 'before', 0)")
  connection.close()
  return { file, migrations }
}

function addMigration(folder: string, name: string, sql: string) {
  const file = join(folder, 'meta/_journal.json')
  const journal = JSON.parse(readFileSync(file, 'utf8'))
  const last = journal.entries.at(-1)
  const tag = `9999_${name}`
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag })
  writeFileSync(file, JSON.stringify(journal))
  writeFileSync(join(folder, `${tag}.sql`), sql)
}

function copiesOf(file: string) {
  const folder = join(file, '..')
  return readdirSync(folder)
    .filter((name) => name.includes('before-migration'))
    .map((name) => join(folder, name))
}

function columnsOf(file: string): unknown[] {
  return reading(file, (connection) => connection.prepare("SELECT name FROM pragma_table_info('leases')").pluck().all())
}

function holdersIn(file: string): unknown[] {
  return reading(file, (connection) => connection.prepare('SELECT holder FROM leases').pluck().all())
}

function reading<T>(file: string, read: (connection: Database.Database) => T): T {
  expect(existsSync(file)).toBe(true)
  const connection = new Database(file, { readonly: true })
  try {
    return read(connection)
  } finally {
    connection.close()
  }
}
