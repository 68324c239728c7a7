import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export type MadeProvince = {
  /** A folder of data, not to be written in. */
  folder: string
  /** How long it took to make, and when that was: a run that finds it made tells of the run that made it. */
  seconds: number
  at: string
}

const home = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
/** Beside the folders of single runs, which are gone when they end: to make 200,000 people takes minutes. */
const kept = join(tmpdir(), 'ben-so-bench-province')

/** The whole demonstration province, made by `npm run demo` unless what it is made of is as it was. */
export async function madeProvince(): Promise<MadeProvince> {
  const place = join(kept, hashOfSources())
  const note = join(place, 'made.json')
  if (!existsSync(note)) await make(place, note)
  return { folder: join(place, 'data'), ...JSON.parse(readFileSync(note, 'utf8')) }
}

async function make(place: string, note: string) {
  rmSync(kept, { recursive: true, force: true })
  mkdirSync(place, { recursive: true, mode: 0o700 })
  const at = new Date().toISOString()
  const began = performance.now()
  const command = [join(home, 'bin/demo.mjs'), '--only-make', '--folder', join(place, 'data')]
  const child = spawn(process.execPath, command, { cwd: home, stdio: 'inherit' })
  const code = await new Promise((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error('the demonstration province was not made')
  writeFileSync(note, JSON.stringify({ seconds: (performance.now() - began) / 1000, at }))
}

function hashOfSources(): string {
  const hash = createHash('sha256')
  for (const folder of ['tests/demo', 'app/units/nasty-set', 'drizzle/sqlite'])
    for (const name of readdirSync(join(home, folder)).sort()) {
      const path = join(home, folder, name)
      if (statSync(path).isFile()) hash.update(`${folder}/${name}\n`).update(readFileSync(path))
    }
  return hash.digest('hex').slice(0, 16)
}
