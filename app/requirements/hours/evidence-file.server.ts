import { randomUUID } from 'node:crypto'
import { chmod, copyFile, mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { environment } from '#app/db/environment.server.ts'

export const evidenceBytes = 10 * 1024 * 1024

/** Where a piece of evidence stands, by the hash of its bytes. */
export function evidencePath(hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('no hash of evidence')
  return join(folder(), hash)
}

/** Keeps a file under its hash, readable by the owner of the server alone. What is there already is the same: only its age is new. */
export async function keepEvidence(hash: string, from: string): Promise<void> {
  await mkdir(folder(), { recursive: true, mode: 0o700 })
  const place = evidencePath(hash)
  const isThere = await stat(place).catch(() => null)
  if (isThere) return utimes(place, new Date(), new Date())
  // Half a file is never found under a hash, and a backup passes over this name.
  const beside = `${place}.${randomUUID()}`
  await copyFile(from, beside)
  await chmod(beside, 0o600)
  await rename(beside, place)
}

/** Hashes of files that nobody has touched since a moment; halves that were left behind are removed. */
export async function evidenceUntouchedSince(moment: Date): Promise<string[]> {
  const names = await readdir(folder()).catch(() => [])
  const hashes: string[] = []
  for (const name of names) {
    const file = await stat(join(folder(), name)).catch(() => null)
    if (!file || file.mtime >= moment) continue
    if (/^[0-9a-f]{64}$/.test(name)) hashes.push(name)
    else await rm(join(folder(), name), { force: true })
  }
  return hashes
}

export function removeEvidence(hash: string): Promise<void> {
  return rm(evidencePath(hash), { force: true })
}

function folder(): string {
  return join(environment.DATA_DIR, 'evidence')
}
