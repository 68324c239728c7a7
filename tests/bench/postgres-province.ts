import { spawn } from 'node:child_process'
import {
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { dataIn } from '#tests/bench/context.ts'
import { madeProvince } from '#tests/bench/made-province.ts'
import { startPostgres } from '#tests/postgres-server.ts'

export type PostgresProvince = {
  /** A database with the demonstration province, to be written in. */
  url: string
  /** Its folder of data, a copy too. */
  data: string
  /** How long `restore` took to fill it; a run that finds it filled tells of the run that filled it. */
  seconds: number
  stop(): Promise<void>
}

type Server = Awaited<ReturnType<typeof startPostgres>>

/** Beside the province made in SQLite. PostgreSQL runs as a user of its own, so it is not in that folder: nobody else enters there. */
const kept = join(tmpdir(), 'ben-so-bench-postgres')
/** As it comes from the package, but for memory: a server for a province is given some. */
const settings = ['shared_buffers=1GB', 'effective_cache_size=4GB', 'max_wal_size=4GB']

/** A PostgreSQL filled by `backup` and `restore`, as an operator fills one. What was filled is kept; a copy is given, its files in `folder`. */
export async function postgresProvince(folder: string): Promise<PostgresProvince> {
  const made = await madeProvince()
  const place = join(kept, basename(dirname(made.folder)))
  const note = join(place, 'made.json')
  const isThere = existsSync(note)
  if (!isThere) {
    rmSync(kept, { recursive: true, force: true })
    for (const folder of [kept, place]) mkdirSync(folder, { mode: 0o755 })
    for (const folder of [kept, place]) chmodSync(folder, 0o755)
  }
  const server = await startPostgres({ databaseDir: join(place, 'data'), persistent: true, settings }, isThere)
  try {
    if (!isThere)
      writeFileSync(note, JSON.stringify({ seconds: await fill(server, made.folder, join(place, 'files')) }))
    const name = 'measured'
    const drop = () => ask(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await drop() // a run that was killed left it
    await ask(server, `CREATE DATABASE ${name} TEMPLATE made STRATEGY FILE_COPY`)
    const data = mkdtempSync(join(folder, 'postgres-'))
    cpSync(join(place, 'files'), data, { recursive: true })
    const stop = () => drop().finally(() => server.postgres.stop())
    return { url: `${server.url}/${name}`, data, ...JSON.parse(readFileSync(note, 'utf8')), stop }
  } catch (problem) {
    await server.postgres.stop()
    throw problem
  }
}

async function fill(server: Server, made: string, files: string): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'ben-so-bench-move-'))
  try {
    const data = join(folder, 'data')
    cpSync(made, data, { recursive: true, mode: constants.COPYFILE_FICLONE })
    await administer(['backup', join(folder, 'backup')], dataIn(data))
    await server.postgres.createDatabase('made')
    mkdirSync(files, { mode: 0o700 }) // keys are in it
    const began = performance.now()
    const there = { ...dataIn(files), DATABASE_URL: `${server.url}/made` }
    await administer(['restore', join(folder, 'backup')], there)
    return (performance.now() - began) / 1000
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function ask({ postgres }: Server, statement: string) {
  const client = postgres.getPgClient()
  await client.connect()
  await client.query(statement).finally(() => client.end())
}

async function administer(words: string[], env: Record<string, string>) {
  const command = ['--import', 'tsx', 'bin/admin.ts', ...words]
  const child = spawn(process.execPath, command, { stdio: 'inherit', env: { ...process.env, ...env } })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`${words[0]} ended with ${code}`)
}
