import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { environment } from '#app/db/environment.server.ts'

/** `id` tells which keys these are without telling them. */
export type IdentityKeys = { id: string; hashing: Buffer; cipher: Buffer }

let known: IdentityKeys | undefined

/** The keys of identity numbers, which backups carry with all of DATA_DIR/keys. Null: there are none on this machine. */
export function identityKeys(): IdentityKeys | null {
  known ??= readKeys() ?? undefined
  return known ?? null
}

/** Makes them at first run, for their owner's eyes only; of several processes that try at once one does. */
export function makeIdentityKeys(): IdentityKeys {
  const there = identityKeys()
  if (there) return there
  const beside = `${place()}.${randomUUID()}`
  mkdirSync(join(environment.DATA_DIR, 'keys'), { recursive: true, mode: 0o700 })
  const file = openSync(beside, 'wx', 0o600)
  try {
    writeSync(file, `${randomBytes(64).toString('hex')}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  linkWhereNoneIs(beside)
  rmSync(beside)
  const made = identityKeys()
  if (!made) throw new Error(`${place()} was made and is gone`)
  return made
}

function linkWhereNoneIs(beside: string) {
  try {
    linkSync(beside, place())
  } catch (problem) {
    if (!isCode(problem, 'EEXIST')) throw problem
  }
}

function readKeys(): IdentityKeys | null {
  try {
    const text = readFileSync(place(), 'utf8').trim()
    if (!/^[0-9a-f]{128}$/.test(text)) throw new Error(`${place()} holds no keys: put it back from a backup`)
    const bytes = Buffer.from(text, 'hex')
    const id = createHash('sha256').update('identity-numbers').update(bytes).digest('hex').slice(0, 16)
    return { id, hashing: bytes.subarray(0, 32), cipher: bytes.subarray(32) }
  } catch (problem) {
    if (isCode(problem, 'ENOENT')) return null
    throw problem
  }
}

function place() {
  return join(environment.DATA_DIR, 'keys', 'identity-numbers.key')
}

function isCode(problem: unknown, code: string) {
  return problem instanceof Error && 'code' in problem && problem.code === code
}
