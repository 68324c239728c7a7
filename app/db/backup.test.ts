import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { auditLines } from '#app/audit/schema.ts'
import { backup } from '#app/db/backup.server.ts'
import { closeDatabase, db, write } from '#app/db/db.server.ts'
import { environment, isPostgres } from '#app/db/environment.server.ts'
import { restore } from '#app/db/restore.server.ts'
import { inEmptyPlace } from '#tests/empty-place.ts'
import { temporaryFolder } from '#tests/temporary-folder.ts'

let folder: string
beforeEach(() => {
  folder = join(temporaryFolder('backup'), 'monday')
  mkdirSync(join(environment.DATA_DIR, 'media'), { recursive: true })
  mkdirSync(join(environment.DATA_DIR, 'keys'), { recursive: true })
  writeFileSync(join(environment.DATA_DIR, 'media/abc'), 'a picture')
  writeFileSync(join(environment.DATA_DIR, 'keys/signing.pem'), 'a key')
  writeFileSync(join(environment.DATA_DIR, 'settings.yaml'), '# ours')
})

afterAll(closeDatabase) // other installations were opened since: the last import is not the first

test('a backup made while others write restores to every row acknowledged before it began', async () => {
  const acknowledged: string[] = []
  const writing = writeUntilToldToStop(acknowledged)
  await until(() => acknowledged.length > 100)

  const before = [...acknowledged]
  const made = await backup(folder)
  await until(() => acknowledged.length > before.length + 50)
  await writing.stop()

  expect(made).not.toHaveProperty('problem')
  const place = await inEmptyPlace()
  expect(await place.restore(folder)).not.toHaveProperty('problem')
  const restored = new Set((await place.auditLines()).map((line) => line.verb))
  expect(before.filter((verb) => !restored.has(verb))).toEqual([])
  expect(restored.size).toBeLessThan(acknowledged.length)
})

test('values of every type come back as they were: JSON, null, instants, Vietnamese text', async () => {
  const at = new Date('2026-11-22T03:04:05.678Z')
  const after = { name: 'Nguyễn Thị Bé Ba\n"\\', list: [1, 0.5, null, true], text: 'null' }
  await write((tx) =>
    tx.insert(auditLines).values({ id: 'every-type', at, verb: 'v', subjectKind: 'k', subjectId: "'; --", after }),
  )

  await backup(folder)
  const place = await inEmptyPlace()
  await place.restore(folder)

  const [line] = await db.select().from(auditLines).where(eq(auditLines.id, 'every-type'))
  expect((await place.auditLines()).find(({ id }) => id === 'every-type')).toEqual(line)
})

test('media, keys and settings come back, readable by their owner alone', async () => {
  await backup(folder)
  const place = await inEmptyPlace()
  await place.restore(folder)

  expect(readFileSync(join(place.dataDir, 'media/abc'), 'utf8')).toBe('a picture')
  expect(readFileSync(join(place.dataDir, 'settings.yaml'), 'utf8')).toBe('# ours')
  expect(statSync(join(place.dataDir, 'keys/signing.pem')).mode & 0o777).toBe(0o600)
  expect(statSync(folder).mode & 0o777).toBe(0o700)
})

test('a backup lists every file with its hash and how far the schema has come', async () => {
  const made = await backup(folder)

  expect(made).toMatchObject({ engine: isPostgres ? 'postgres' : 'sqlite', migrations: expect.any(Number) })
  const listed = 'files' in made ? made.files.map((file) => file.path) : []
  expect(listed).toContain('media/abc')
  expect(listed).toContain('keys/signing.pem')
  expect(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))).toEqual(made)
})

test('only an empty folder is backed up into', async () => {
  mkdirSync(folder)
  writeFileSync(join(folder, 'something'), '')

  expect(await backup(folder)).toEqual({ problem: `${folder} is not empty: name a folder that is.` })
  expect(readdirSync(folder)).toEqual(['something'])
})

test('a place that cannot be written to is refused in one line', async () => {
  const problem = problemOf(await backup(join(environment.DATA_DIR, 'settings.yaml', 'monday')))

  expect(problem).toMatch(/^Cannot back up into \/.*settings.yaml\/monday: ENOTDIR/)
  expect(problem).not.toContain('\n')
})

test('a disk that fills up is told in one line, and nothing half is left', async () => {
  writeFileSync(join(environment.DATA_DIR, 'media/film'), Buffer.alloc(200_000))
  const script = `const { backup } = await import('#app/db/backup.server.ts'); console.log(JSON.stringify(await backup(${JSON.stringify(folder)})))`
  // No file may grow beyond 64 KB: to a program that is a full disk.
  const command = 'ulimit -f 64; exec node --import tsx --input-type=module -e "$0"'
  const outcome = JSON.parse(execFileSync('bash', ['-c', command, script], { encoding: 'utf8' }))

  expect(outcome.problem).toMatch(/^The backup into .* failed and left nothing there: \S[^\n]*$/)
  expect(existsSync(folder)).toBe(false)
  rmSync(join(environment.DATA_DIR, 'media/film'))
})

test('older backups inside the data folder are not copied again', async () => {
  const first = join(environment.DATA_DIR, 'backups/first')
  const made = await backup(first)
  const again = await backup(join(environment.DATA_DIR, 'backups/second'))

  expect('files' in made && 'files' in again && again.files.length).toBe('files' in made && made.files.length)
  rmSync(join(environment.DATA_DIR, 'backups'), { recursive: true })
})

test.each([
  ['a changed picture', () => appendFileSync(join(folder, 'media/abc'), '!'), 'media/abc is not what was backed up'],
  ['a missing key', () => rmSync(join(folder, 'keys/signing.pem')), 'keys/signing.pem is missing'],
  ['a changed database', () => appendFileSync(databaseFile(), ' '), 'is not what was backed up'],
  ['no manifest, as after a crash', () => rmSync(join(folder, 'manifest.json')), 'is not a whole backup'],
  ['a manifest of nonsense', () => writeFileSync(join(folder, 'manifest.json'), '{'), 'is not a manifest'],
  ['a path out of the folder', () => retell((text) => text.replace('media/abc', '../abc')), 'is not a manifest'],
  ['a newer version', () => retell((text) => text.replace(/"migrations": \d+/, '"migrations": 99')), 'newer version'],
])('a backup with %s is refused, and the place stays empty', async (_, spoil, words) => {
  await backup(folder)
  spoil()
  const place = await inEmptyPlace()

  expect(problemOf(await place.restore(folder))).toContain(words)
  expect(place.isEmpty()).toBe(true)
})

test('a place that is in use is not restored into', async () => {
  await write((tx) => tx.insert(auditLines).values({ at: new Date(), verb: 'use', subjectKind: 'k', subjectId: 's' }))
  await backup(folder)

  expect(problemOf(await restore(folder))).toMatch(/is there already|is not empty/)
  const place = await inEmptyPlace()
  mkdirSync(place.dataDir, { recursive: true })
  writeFileSync(join(place.dataDir, 'settings.yaml'), '# theirs')
  expect(problemOf(await place.restore(folder))).toContain('settings.yaml is there already and differs')
  expect(readFileSync(join(place.dataDir, 'settings.yaml'), 'utf8')).toBe('# theirs')
})

test('the copy of a database is whole, and one file where the database is one', async () => {
  await backup(folder)

  const copied = readdirSync(folder).filter(
    (name) => !['media', 'keys', 'settings.yaml', 'manifest.json'].includes(name),
  )
  expect(copied).toEqual([isPostgres ? 'rows' : 'ben-so.db'])
  if (isPostgres) return
  const copy = new Database(join(folder, 'ben-so.db'), { readonly: true })
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
})

if (isPostgres)
  test('a backup from SQLite moves into PostgreSQL, row by row', async () => {
    const small = await inEmptyPlace('sqlite')
    const written = await small.there(fillWithEveryType)
    await small.backup(folder)
    const large = await inEmptyPlace()

    expect(await large.restore(folder)).toMatchObject({ engine: 'sqlite' })
    expect(await large.there(readEveryType)).toEqual(written)
    expect(readFileSync(join(large.dataDir, 'media/def'), 'utf8')).toBe('moved too')
    expect(problemOf(await large.restore(folder))).toContain('is not empty')

    function fillMedia() {
      mkdirSync(join(small.dataDir, 'media'), { recursive: true })
      writeFileSync(join(small.dataDir, 'media/def'), 'moved too')
    }
    async function fillWithEveryType() {
      fillMedia()
      const { closeDatabase, write } = await import('#app/db/db.server.ts')
      const { people, sessions } = await import('#app/people/schema.ts')
      const { auditLines } = await import('#app/audit/schema.ts')
      const at = new Date('2026-11-22T03:04:05.678Z')
      const named = { username: 'ba', fullName: 'Nguyễn Thị Bé Ba', sortKey: 'ba', folded: 'ba' }
      await write(async (tx) => {
        await tx
          .insert(people)
          .values({ id: 'p', ...named, role: 'learner', language: 'vi', birthYear: 1970, createdAt: at })
        const times = { createdAt: at, lastSeenAt: at, expiresAt: at }
        for (const isShared of [true, false])
          await tx
            .insert(sessions)
            .values({ id: `${isShared}`, personId: 'p', handle: `${isShared}`, device: 'd', isShared, ...times })
        for (let count = 0; count < 1203; count++)
          await tx
            .insert(auditLines)
            .values({ at, verb: 'v', subjectKind: 'k', subjectId: 's', after: { count, ok: true } })
      })
      await closeDatabase()
      vi.resetModules()
      return readEveryType()
    }
    async function readEveryType() {
      const { closeDatabase, db } = await import('#app/db/db.server.ts')
      const { people, sessions } = await import('#app/people/schema.ts')
      const { auditLines } = await import('#app/audit/schema.ts')
      const all = {
        people: await db.select().from(people),
        sessions: await db.select().from(sessions).orderBy(sessions.id),
        lines: await db.select().from(auditLines).orderBy(auditLines.id),
      }
      await closeDatabase()
      return all
    }
  })
else
  test('a backup from PostgreSQL is refused where SQLite is set', async () => {
    await backup(folder)
    retell((text) => text.replace('"engine": "sqlite"', '"engine": "postgres"'))

    expect(problemOf(await (await inEmptyPlace()).restore(folder))).toContain('set DATABASE_URL')
  })

function problemOf(outcome: object) {
  return 'problem' in outcome ? String(outcome.problem) : 'no problem'
}

function databaseFile() {
  return join(folder, isPostgres ? 'rows/audit_lines.ndjson' : 'ben-so.db')
}

function retell(change: (text: string) => string) {
  const file = join(folder, 'manifest.json')
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}

function writeUntilToldToStop(acknowledged: string[]) {
  let isStopped = false
  const writer = async (name: number) => {
    for (let count = 0; !isStopped; count++) {
      const verb = `${name}-${count}`
      await write((tx) => tx.insert(auditLines).values({ at: new Date(), verb, subjectKind: 'k', subjectId: 's' }))
      acknowledged.push(verb)
    }
  }
  const writers = Promise.all([1, 2, 3, 4].map(writer))
  return {
    stop: () => {
      isStopped = true
      return writers
    },
  }
}

async function until(isSo: () => boolean) {
  while (!isSo()) await new Promise((wake) => setTimeout(wake, 5))
}
