import { createHash } from 'node:crypto'
import { makeKeyFile, readKeyFile } from '#app/db/key-file.server.ts'

/** `id` tells which keys these are without telling them. */
export type IdentityKeys = { id: string; hashing: Buffer; cipher: Buffer }

const file = { name: 'identity-numbers.key', bytes: 64 }

let known: IdentityKeys | undefined

/** The keys of identity numbers, which backups carry with all of DATA_DIR/keys. Null: there are none on this machine. */
export function identityKeys(): IdentityKeys | null {
  const bytes = known ? null : readKeyFile(file)
  if (bytes) known = keysFrom(bytes)
  return known ?? null
}

/** Makes them at first run, for their owner's eyes only; of several processes that try at once one does. */
export function makeIdentityKeys(): IdentityKeys {
  known ??= keysFrom(makeKeyFile(file))
  return known
}

function keysFrom(bytes: Buffer): IdentityKeys {
  const id = createHash('sha256').update('identity-numbers').update(bytes).digest('hex').slice(0, 16)
  return { id, hashing: bytes.subarray(0, 32), cipher: bytes.subarray(32) }
}
