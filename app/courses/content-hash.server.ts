import { createHash } from 'node:crypto'

/** The name under which a file's bytes are known: SHA-256 in hexadecimal. */
export function contentHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** What stands behind `?v=`: enough of the hash to tell two versions of a file apart. */
export function versionOf(hash: string): string {
  return hash.slice(0, 16)
}
