import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'

const snapshotSchema = z.object({
  tables: z.record(
    z.string(),
    z.object({
      name: z.string(),
      columns: z.record(z.string(), z.object({ name: z.string(), notNull: z.boolean() })),
      indexes: z.record(z.string(), z.object({ isUnique: z.boolean() })),
    }),
  ),
})

test.each([
  ['sqlite', 'file:none.db'],
  ['postgres', 'postgres://nowhere/none'],
])('the migrations for %s are those of the schema as it stands', (engine, url) => {
  const out = mkdtempSync(join('node_modules', '.migrations-'))
  try {
    cpSync(join('drizzle', engine), out, { recursive: true })
    const before = readdirSync(out, { recursive: true }).sort()
    const said = execFileSync(process.execPath, drizzleKit(engine, out), {
      env: { ...process.env, DATABASE_URL: url },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    })

    expect(said).toContain('No schema changes')
    expect(readdirSync(out, { recursive: true }).sort()).toEqual(before)
  } finally {
    rmSync(out, { recursive: true })
  }
})

test('both engines have the same tables, columns and indexes', () => {
  expect(shapeOf('postgres')).toEqual(shapeOf('sqlite'))
})

/** Sharp edge: drizzle-kit takes either a config file or everything on the command line. */
function drizzleKit(engine: string, out: string) {
  const dialect = engine === 'sqlite' ? 'sqlite' : 'postgresql'
  const casing = ['--casing', 'snake_case']
  return [
    'node_modules/drizzle-kit/bin.cjs',
    'generate',
    '--dialect',
    dialect,
    '--schema',
    './app/*/schema.ts',
    '--out',
    out,
    ...casing,
  ]
}

function shapeOf(engine: string) {
  const folder = join('drizzle', engine, 'meta')
  const [last = ''] = readdirSync(folder)
    .filter((name) => name.endsWith('_snapshot.json'))
    .sort()
    .reverse()
  const { tables } = snapshotSchema.parse(JSON.parse(readFileSync(join(folder, last), 'utf8')))
  return Object.values(tables)
    .map(({ name, columns, indexes }) => ({
      name,
      columns: Object.values(columns)
        .map((column) => `${column.name}${column.notNull ? '' : '?'}`)
        .sort(),
      indexes: Object.entries(indexes)
        .map(([index, { isUnique }]) => `${index}${isUnique ? ' unique' : ''}`)
        .sort(),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}
