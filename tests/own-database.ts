import { randomUUID } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, expect, inject } from 'vitest'

// Runs before each test file imports the app: the file gets a database of its own, copied from the template.
const template = inject('template')
process.env.DATA_DIR = join(inject('folder'), randomUUID())
process.env.DATABASE_URL = template.startsWith('postgres') ? await copyPostgres() : copySqlite()

function copySqlite() {
  const file = join(inject('folder'), `${randomUUID()}.db`)
  copyFileSync(template, file)
  return `file:${file}`
}

async function copyPostgres() {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: template.replace('/template_ben_so', '/postgres') })
  await client.connect()
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query(`CREATE DATABASE ${name} TEMPLATE template_ben_so`)
      break
    } catch (problem) {
      if (attempt >= 50) throw problem // another file is copying the template at this moment
      await new Promise((wake) => setTimeout(wake, 100))
    }
  }
  await client.end()
  return template.replace('/template_ben_so', `/${name}`)
}

// A test that prints an error fails: nothing may go wrong quietly.
const printed: unknown[][] = []
const { error: print } = globalThis.console
globalThis.console.error = (...words: unknown[]) => {
  printed.push(words)
  print(...words)
}
afterEach(() => {
  const calls = printed.splice(0)
  expect(calls, 'console.error was called').toEqual([])
})
afterAll(async () => {
  const { closeDatabase } = await import('#app/db/db.server.ts')
  await closeDatabase()
})
