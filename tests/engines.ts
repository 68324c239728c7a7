import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migratePostgres, migrateSqlite } from '#app/db/migrate.server.ts'
import { startPostgres } from '#tests/postgres-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** A migrated, empty database that each test file copies: a file, or the URL of a template database. */
    template: string
    folder: string
  }
}

/** Starts the engine once for the whole run and prepares the template that every test file copies. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'ben-so-test-'))
  chmodSync(folder, 0o755) // PostgreSQL runs as its own user when the tests run as root
  project.provide('folder', folder)
  if (process.env.TEST_ENGINE !== 'postgres') {
    const file = join(folder, 'template.db')
    migrateSqlite(file)
    project.provide('template', file)
    return () => rmSync(folder, { recursive: true, force: true })
  }
  const server = await startPostgres({
    databaseDir: join(folder, 'postgres'),
    persistent: false,
    settings: ['fsync=off', 'max_connections=300'],
  })
  const url = `${server.url}/template_ben_so`
  await server.postgres.createDatabase('template_ben_so')
  await migratePostgres(url)
  project.provide('template', url)
  return async () => {
    await server.postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
