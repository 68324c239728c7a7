import { randomBytes, randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { environment } from '#app/db/environment.server.ts'

export type KeyFile = { name: string; bytes: number }

/** A secret in DATA_DIR/keys, which backups carry. Null: there is none on this machine. */
export function readKeyFile(key: KeyFile): Buffer | null {
  try {
    const text = readFileSync(placeOf(key), 'utf8').trim()
    if (!/^[0-9a-f]+$/.test(text) || text.length !== key.bytes * 2)
      throw new Error(`${placeOf(key)} holds no keys: put it back from a backup`)
    return Buffer.from(text, 'hex')
  } catch (problem) {
    if (isCode(problem, 'ENOENT')) return null
    throw problem
  }
}

/** Makes it, for its owner's eyes only, unless it is there; of several processes that try at once one does. */
export function makeKeyFile(key: KeyFile): Buffer {
  const there = readKeyFile(key)
  if (there) return there
  const beside = `${placeOf(key)}.${randomUUID()}`
  mkdirSync(join(environment.DATA_DIR, 'keys'), { recursive: true, mode: 0o700 })
  const file = openSync(beside, 'wx', 0o600)
  try {
    writeSync(file, `${randomBytes(key.bytes).toString('hex')}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  linkWhereNoneIs(beside, placeOf(key))
  rmSync(beside)
  const made = readKeyFile(key)
  if (!made) throw new Error(`${placeOf(key)} was made and is gone`)
  return made
}

function linkWhereNoneIs(beside: string, place: string) {
  try {
    linkSync(beside, place)
  } catch (problem) {
    if (!isCode(problem, 'EEXIST')) throw problem
  }
}

function placeOf({ name }: KeyFile) {
  return join(environment.DATA_DIR, 'keys', name)
}

function isCode(problem: unknown, code: string) {
  return problem instanceof Error && 'code' in problem && problem.code === code
}
