import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { vi } from 'vitest'
import { temporaryFolder } from '#tests/temporary-folder.ts'

export type Engine = 'sqlite' | 'postgres'

/** Another installation: a data folder and a database where nothing stands yet. */
export async function inEmptyPlace(engine: Engine = isPostgresHere() ? 'postgres' : 'sqlite') {
  const dataDir = join(temporaryFolder('place'), 'data')
  const file = join(dataDir, 'ben-so.db')
  const url = engine === 'postgres' ? await emptyPostgres() : `file:${file}`

  /** Runs what it is given with that place's settings, as a process of its own would. */
  async function there<T>(work: () => Promise<T>): Promise<T> {
    const here = { DATA_DIR: process.env.DATA_DIR, DATABASE_URL: process.env.DATABASE_URL }
    vi.resetModules()
    Object.assign(process.env, { DATA_DIR: dataDir, DATABASE_URL: url })
    try {
      return await work()
    } finally {
      Object.assign(process.env, here)
      vi.resetModules()
    }
  }

  return {
    dataDir,
    file,
    url,
    there,
    restore: (folder: string) => there(async () => (await import('#app/db/restore.server.ts')).restore(folder)),
    backup: (folder: string) => there(async () => (await import('#app/db/backup.server.ts')).backup(folder)),
    auditLines: () =>
      there(async () => {
        const { closeDatabase, db } = await import('#app/db/db.server.ts')
        const { auditLines } = await import('#app/audit/schema.ts')
        const lines = await db.select().from(auditLines)
        await closeDatabase()
        return lines
      }),
    isEmpty: () => !existsSync(dataDir) || readdirSync(dataDir).length === 0,
  }
}

function isPostgresHere() {
  return (process.env.DATABASE_URL ?? '').startsWith('postgres')
}

async function emptyPostgres() {
  const url = new URL(process.env.DATABASE_URL ?? '')
  const name = `place_${randomUUID().replaceAll('-', '')}`
  url.pathname = '/postgres'
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  await client.query(`CREATE DATABASE ${name}`)
  await client.end()
  url.pathname = `/${name}`
  return url.href
}
