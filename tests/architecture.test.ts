import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import * as en from '#app/i18n/en/index.ts'
import * as vi from '#app/i18n/vi/index.ts'
import { type SourceFile, sourceFiles } from '#tests/source.ts'

const rooms =
  `reports requirements intake ledger certificates attempts enrolments studio courses lessons questions units
  people messages audit web ui i18n db`.split(/\s+/)

const all = sourceFiles('app')
const isTest = ({ path }: SourceFile) => /\.test\.tsx?$/.test(path)
const files = all.filter((file) => !isTest(file))
const isOfServer = ({ path }: SourceFile) => /\.server\.tsx?$|\/schema\.ts$|^app\/db\//.test(path)
const isOfBrowser = ({ path }: SourceFile) => /\/browser\/|^app\/entry\.client\.tsx?$/.test(path)
const roomOf = (path: string) => rooms.find((room) => path.startsWith(`app/${room}/`))
const pathOf = (from: string) => from.replace(/^#app\//, 'app/')

test('a room imports only rooms below it', () => {
  const offenders = eachImport(files, ({ path }, { from }) => {
    const [room, other] = [roomOf(path), roomOf(pathOf(from))]
    if (!room || !from.startsWith('#app/')) return false
    return !other || rooms.indexOf(other) < rooms.indexOf(room)
  })

  expect(offenders).toEqual([])
})

test('files are imported by their name from #app, with extension, and exist', () => {
  const offenders = eachImport(all, ({ path }, { from }) => {
    if (from.startsWith('.')) return !/^app\/(routes\.ts|routes\/.*routes\.ts|i18n\/.*\/index\.ts)$/.test(path)
    return from.startsWith('#app/') && !existsSync(pathOf(from).replace(/\?url$/, ''))
  })

  expect(offenders).toEqual([])
})

test('files do not import each other in a circle', () => {
  expect(circles()).toEqual([])
})

test('the design system imports nothing but itself', () => {
  const ui = files.filter(({ path }) => path.startsWith('app/ui/'))
  const offenders = eachImport(ui, (_, { from }) => from !== 'react' && !from.startsWith('#app/ui/'))

  expect(offenders).toEqual([])
})

test('only server files touch the database, node, secrets and the environment', () => {
  const others = files.filter((file) => !isOfServer(file))
  const offenders = [
    ...eachImport(others, (_, { from }) => /^(node:|drizzle-orm|better-sqlite3$|pg$|@node-rs\/argon2)/.test(from)),
    ...containing(others, /\bprocess\.(env|cwd|exit|on)\b/),
  ]

  expect(offenders).toEqual([])
})

test('what runs in a browser imports browser files, and types', () => {
  const offenders = eachImport(files.filter(isOfBrowser), ({ path }, { from, isTypeOnly }) => {
    if (isTypeOnly) return false
    const target = from.startsWith('.') ? join(dirname(path), from) : pathOf(from)
    return !/\/browser\//.test(target) && from !== 'idb'
  })

  expect(offenders).toEqual([])
})

test('what runs everywhere imports no server file', () => {
  const anywhere = files.filter(
    (file) => !isOfServer(file) && !/^app\/(routes\/|root\.tsx|entry\.server)/.test(file.path),
  )
  const offenders = eachImport(
    anywhere,
    (_, { from, isTypeOnly }) => !isTypeOnly && /\.server\.tsx?$|\/schema\.ts$/.test(from),
  )

  expect(offenders).toEqual([])
})

test('only routes, web, root and the entries know Remix', () => {
  const others = files.filter(({ path }) => !/^app\/(routes\/|routes\.ts|web\/|root\.tsx|entry\.)/.test(path))
  const offenders = eachImport(others, (_, { from }) => /^@remix-run\/|^react-router/.test(from))

  expect(offenders).toEqual([])
})

test('a room knows nothing of requests and responses', () => {
  const inRooms = files.filter((file) => !/^app\/(web|routes)\/|^app\/(root|entry)|\/browser\//.test(file.path))
  const offenders = containing(inRooms, /\bnew (Request|Response|Headers)\(|[:<,]\s*(Request|Response)\b(?!['"])/)

  expect(offenders).toEqual([])
})

test('a route holds no SQL', () => {
  const routes = files.filter(({ path }) => path.startsWith('app/routes/'))
  const offenders = eachImport(
    routes,
    (_, { from }) =>
      /^drizzle-orm|\/schema\.ts$/.test(from) ||
      (from.startsWith('#app/db/') && from !== '#app/db/environment.server.ts'),
  )

  expect(offenders).toEqual([])
})

test('a table is written by its own room alone', () => {
  const offenders = files.flatMap((file) => {
    const foreign = file.imports
      .filter(({ from }) => /^#app\/\w+\/schema\.ts$/.test(from) && roomOf(pathOf(from)) !== roomOf(file.path))
      .flatMap(({ names }) => names)
    return foreign
      .filter((table) => new RegExp(`\\.(insert|update|delete)\\(\\s*${table}\\b`).test(file.code))
      .map((table) => `${file.path}: ${table}`)
  })

  expect(offenders).toEqual([])
})

test('names are written by the steps alone that keep what people are found and sorted by', () => {
  const beside = (...steps: string[]) => files.filter(({ path }) => !steps.some((step) => path.endsWith(step)))
  const named = beside('names-of.ts', 'insert-people-in-tx.server.ts', 'rename-in-tx.server.ts').filter(
    ({ path, imports }) =>
      path.startsWith('app/people/') || imports.some(({ from }) => from === '#app/people/schema.ts'),
  )
  const offenders = [
    ...containing(named, /\.insert\(people\)|\bnamesOf\((?=fullName|person\.|row\.)/),
    ...containing(named, /\.update\(people\)[^;]*?\.set\(\{[^}]*?\b(fullName|username|folded|sortKey)\b/),
    ...containing(beside('insert-memberships-in-tx.server.ts'), /\.insert\(memberships\)/),
    // The sort key is the name in other letters: nobody carries it or writes it down.
    ...containing(files, /\.select\(\)\s*\.from\(memberships\)/),
  ]

  expect(offenders).toEqual([])
})

test('an inner step takes tx first and opens no write', () => {
  const steps = files.filter(({ path }) => path.endsWith('-in-tx.server.ts'))
  const offenders = steps.filter(
    ({ code }) => /\bwrite\(/.test(code) || /export async function \w+(<[^(]*>)?\((?!\s*tx\b)/.test(code),
  )

  expect(pathsOf(offenders)).toEqual([])
})

test('types are true: nothing is any without a reason beside it, nothing is forced, no error is silenced', () => {
  const doors = /^app\/db\/(columns|db\.server|postgres-door\.server|sqlite-door\.server)\.ts$/
  const offenders = [
    ...containing(all.map(withoutReasoned), /\bas any\s*[);,\].}\n]|:\s*any\b|<any\b|\bany\[\]/),
    ...containing(
      files.filter(({ path }) => !doors.test(path)),
      /\bas unknown as\b/,
    ),
    ...all.filter(({ text }) => /@ts-(ignore|expect-error|nocheck)/.test(text)).map(({ path }) => path),
  ]

  expect(offenders).toEqual([])
})

test('no file of the app is longer than 300 lines, and half of them have 60 or fewer', () => {
  const lengths = files.map(({ lines }) => lines).sort((a, b) => a - b)
  const at = (share: number) => lengths[Math.floor((lengths.length - 1) * share)] ?? 0
  const tests = all.filter(isTest).reduce((sum, { lines }) => sum + lines, 0)
  const code = lengths.reduce((sum, lines) => sum + lines, 0)
  process.stdout.write(
    `app: ${lengths.length} files, ${code} lines, median ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)}; ` +
      `tests beside them ${tests} lines, ${(tests / code).toFixed(2)} of the code\n`,
  )

  expect(files.filter(({ lines }) => lines > 300).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([])
  expect(at(0.5)).toBeLessThanOrEqual(60)
})

test('a folder or file is named for what it is, never utils, helpers or common', () => {
  const vague = /^(utils?|helpers?|misc|lib|services?|manager|common)$/
  const offenders = all.filter(({ path }) => path.split('/').some((part) => vague.test(part.replace(/\..*$/, ''))))

  expect(pathsOf(offenders)).toEqual([])
})

test('the interface says everything in both languages', () => {
  expect(wordsOf(en).map(([key, kind]) => `${key} ${kind}`)).toEqual(wordsOf(vi).map(([key, kind]) => `${key} ${kind}`))
  expect([...wordsOf(vi), ...wordsOf(en)].filter(([, , text]) => text === '').map(([key]) => key)).toEqual([])
})

test('each room has its words in both languages', () => {
  expect(readdirSync('app/i18n/en')).toEqual(readdirSync('app/i18n/vi'))
})

test('nothing is left to do and nothing is printed by the way', () => {
  const everywhere = [...all, ...sourceFiles('bin'), ...sourceFiles('tests')]
  const unfinished = new RegExp(['TO', 'DO|FIX', 'ME'].join(''))
  const offenders = everywhere.filter(({ text }) => unfinished.test(text))

  expect(pathsOf(offenders)).toEqual([])
  expect(containing([...files, ...sourceFiles('bin')], /\bconsole\.(log|debug|info)\(/)).toEqual([])
})

test('no test is left out or alone', () => {
  const tests = [...all.filter(isTest), ...sourceFiles('tests')]
  expect(containing(tests, /\b(test|it|describe)\.(skip|only|todo|skipIf|runIf|fails)\b/)).toEqual([])
})

test('the top level holds what a newcomer needs and what tools cannot do without', () => {
  const house = 'app content drizzle public tests docs bin server.ts package.json tsconfig.json remix.config.js'
  const tools =
    'vite.config.ts README.md package-lock.json biome.json drizzle.config.ts vitest.config.ts vitest.e2e.config.ts'
  const hidden = '.ci .git .gitignore .npmrc'
  const allowed = new Set(`${house} ${tools} ${hidden}`.split(' '))
  const ignored = readFileSync('.gitignore', 'utf8')
    .split('\n')
    .map((line) => line.replace(/\/$/, ''))
  const offenders = readdirSync('.').filter((name) => !allowed.has(name) && !ignored.includes(name))

  expect(offenders).toEqual([])
})

function eachImport(some: SourceFile[], offends: (file: SourceFile, one: SourceFile['imports'][number]) => boolean) {
  return some.flatMap((file) =>
    file.imports.filter((one) => offends(file, one)).map(({ from }) => `${file.path} imports ${from}`),
  )
}

function containing(some: SourceFile[], pattern: RegExp): string[] {
  return some.flatMap(({ path, code }) => {
    const [found] = code.match(pattern) ?? []
    return found === undefined ? [] : [`${path}: ${found.trim()}`]
  })
}

/** Biome holds whoever writes `any` to a reason in the line above. */
function withoutReasoned(file: SourceFile): SourceFile {
  const reasoned = [...file.text.matchAll(/biome-ignore lint\/suspicious\/noExplicitAny: .+\n(.*)/g)].map(
    ([, line]) => line,
  )
  return { ...file, code: reasoned.reduce<string>((code, line) => code.replace(line ?? '', ''), file.code) }
}

function pathsOf(some: SourceFile[]) {
  return some.map(({ path }) => path)
}

/** Types may go round: they are gone when the program runs. */
function circles(): string[] {
  const targets = new Map(
    files.map(({ path, imports }) => [
      path,
      imports.filter(({ from, isTypeOnly }) => !isTypeOnly && from.startsWith('#app/')).map(({ from }) => pathOf(from)),
    ]),
  )
  const found: string[] = []
  const done = new Set<string>()
  const walk = (path: string, trail: string[]) => {
    if (trail.includes(path)) found.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
    else if (!done.has(path)) for (const next of targets.get(path) ?? []) walk(next, [...trail, path])
    done.add(path)
  }
  for (const path of targets.keys()) walk(path, [])
  return found
}

/** Key, kind and text of everything the interface says; of a function the kind tells how many words it wants. */
function wordsOf(value: unknown, key = ''): Array<[key: string, kind: string, text: unknown]> {
  if (typeof value === 'function') return [[key, `function of ${value.length}`, value]]
  if (typeof value !== 'object' || value === null) return [[key, typeof value, value]]
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, inner]) => wordsOf(inner, key ? `${key}.${name}` : name))
}
