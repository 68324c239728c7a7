import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { environment } from '#app/db/environment.server.ts'

/**
 * Keeps the issuer's logo under the hash of its bytes beside the media of the courses, where backups find it, and tells
 * the hash: a paper that names it prints the same picture whatever stands in the settings later.
 */
export function keepLogo(path: string): string {
  const picture = readFileSync(path)
  const hash = createHash('sha256').update(picture).digest('hex')
  const kept = logoFile(hash)
  if (existsSync(kept)) return hash
  mkdirSync(join(environment.DATA_DIR, 'media'), { recursive: true, mode: 0o700 })
  const draft = `${kept}.${process.pid}`
  writeFileSync(draft, picture, { mode: 0o600 })
  renameSync(draft, kept)
  return hash
}

/** Where the logo of this hash is kept. */
export function logoFile(hash: string): string {
  return join(environment.DATA_DIR, 'media', hash)
}
