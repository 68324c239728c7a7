import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { fingerprint, type Manifest, readManifest, rowsFolder, sqliteCopy } from '#app/db/backup-manifest.server.ts'
import { copyVerified } from '#app/db/copy-file.server.ts'
import { environment, isPostgres, sqliteFile } from '#app/db/environment.server.ts'
import { knownMigrations, migratePostgres, migrateSqlite } from '#app/db/migrate.server.ts'
import { oneLine } from '#app/db/one-line.ts'
import { importRows, readRows, tableWithRows } from '#app/db/postgres-rows.server.ts'
import { sqliteRows } from '#app/db/sqlite-rows.server.ts'

/**
 * Puts a backup back where there is none: every file is compared with the manifest first, the database stands last.
 * A backup from SQLite may go into PostgreSQL. Refusals and failures come back as one line and change nothing.
 */
export async function restore(source: string): Promise<Manifest | { problem: string }> {
  const folder = resolve(source)
  const manifest = await readManifest(folder)
  if ('problem' in manifest) return manifest
  const obstacle = versionProblem(manifest) ?? placeProblem()
  if (obstacle) return { problem: obstacle }
  const made: string[] = []
  try {
    const taken = await copyData(folder, manifest, made)
    if (taken) return { problem: taken }
    const refusal = await restoreDatabase(folder, manifest)
    if (!refusal) return manifest
    await remove(made)
    return { problem: refusal }
  } catch (problem) {
    await remove(made)
    return { problem: `The restore failed and changed nothing: ${oneLine(problem)}` }
  }
}

function versionProblem({ engine, migrations }: Manifest): string | null {
  const known = knownMigrations(engine)
  if (migrations > known)
    return `The backup is from a newer version (schema ${migrations}, here ${known}): update first.`
  if (engine === 'postgres' && !isPostgres) return 'The backup is from PostgreSQL: set DATABASE_URL to an empty one.'
  // Rows carry no schema: they fit the schema they came from.
  if (engine === 'postgres' && migrations < known)
    return `The backup is from an older version (schema ${migrations}, here ${known}): restore with that, then update.`
  return null
}

/** Sharp edge: a log left beside a missing database would be played into the restored one. */
function placeProblem(): string | null {
  if (isPostgres) return null
  const there = [sqliteFile, `${sqliteFile}-wal`, `${sqliteFile}-shm`].find((file) => existsSync(file))
  return there ? `${there} is there already: restore only into an empty place.` : null
}

/** Media, keys and settings; what stands there already must be the same. Returns what stands in the way. */
async function copyData(folder: string, manifest: Manifest, made: string[]): Promise<string | null> {
  const files = manifest.files.filter(({ path }) => path !== sqliteCopy && !path.startsWith(`${rowsFolder}/`))
  const missing: string[] = []
  for (const { path, sha256 } of files) {
    const place = join(environment.DATA_DIR, path)
    if (!existsSync(place)) missing.push(path)
    else if ((await fingerprint(place)).sha256 !== sha256)
      return `${place} is there already and differs from the backup.`
  }
  for (const path of missing) {
    const place = join(environment.DATA_DIR, path)
    made.push(place)
    await copyVerified(join(folder, path), place)
  }
  return null
}

async function restoreDatabase(folder: string, manifest: Manifest): Promise<string | null> {
  if (isPostgres) return restorePostgres(folder, manifest)
  const beside = `${sqliteFile}.restoring`
  try {
    await rm(beside, { force: true })
    await copyVerified(join(folder, sqliteCopy), beside)
    await rename(beside, sqliteFile)
    return null
  } finally {
    await rm(beside, { force: true })
  }
}

async function restorePostgres(folder: string, manifest: Manifest): Promise<string | null> {
  const full = await tableWithRows(environment.DATABASE_URL)
  if (full) return `The database is not empty: ${full} has rows. Restore into an empty one.`
  await migratePostgres(environment.DATABASE_URL)
  if (manifest.engine === 'sqlite') return moveToPostgres(join(folder, sqliteCopy))
  const names = await readdir(join(folder, rowsFolder))
  return importRows(environment.DATABASE_URL, () =>
    names.map((name) => ({ name: name.replace(/\.ndjson$/, ''), rows: readRows(join(folder, rowsFolder, name)) })),
  )
}

/** An older file is brought to this version's schema first, as a copy: a backup is never changed. */
async function moveToPostgres(copy: string): Promise<string | null> {
  const workshop = await mkdtemp(join(tmpdir(), 'ben-so-restore-'))
  const file = join(workshop, sqliteCopy)
  try {
    await copyVerified(copy, file)
    migrateSqlite(file)
    const sqlite = new Database(file, { readonly: true })
    try {
      return await importRows(environment.DATABASE_URL, (types) => sqliteRows(sqlite, types))
    } finally {
      sqlite.close()
    }
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}

async function remove(files: string[]) {
  for (const file of files) await rm(file, { force: true })
  for (const folder of new Set(files.map((file) => dirname(file)))) {
    const isEmpty = await readdir(folder).then(
      (names) => names.length === 0,
      () => false,
    )
    if (isEmpty) await rm(folder, { recursive: true })
  }
}
