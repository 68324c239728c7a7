import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import type { IdentityKeys } from '#app/people/identity-keys.server.ts'

const algorithm = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16

export type Sealed = { hash: string; ciphertext: string; keyId: string }

/** HMAC-SHA-256, hex. Keyed, since all numbers of a commune and year are hashed in a second (domain.md 1.6). */
export function identityHash(number: string, { hashing }: IdentityKeys): string {
  return createHmac('sha256', hashing).update(number).digest('hex')
}

/** What stands in the database of a number. */
export function seal(number: string, keys: IdentityKeys): Sealed {
  const hash = identityHash(number, keys)
  const iv = randomBytes(ivBytes)
  const cipher = createCipheriv(algorithm, keys.cipher, iv).setAAD(Buffer.from(hash))
  const written = Buffer.concat([cipher.update(number, 'ascii'), cipher.final()])
  const ciphertext = Buffer.concat([iv, cipher.getAuthTag(), written]).toString('base64url')
  return { hash, ciphertext, keyId: keys.id }
}

/** The number again. Null: it was sealed with other keys, or changed since. */
export function unseal({ hash, ciphertext, keyId }: Sealed, keys: IdentityKeys | null): string | null {
  if (keys?.id !== keyId) return null
  const bytes = Buffer.from(ciphertext, 'base64url')
  if (bytes.length <= ivBytes + tagBytes) return null
  try {
    const decipher = createDecipheriv(algorithm, keys.cipher, bytes.subarray(0, ivBytes))
    decipher.setAAD(Buffer.from(hash)).setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
    const number = decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, 'ascii') + decipher.final('ascii')
    return identityHash(number, keys) === hash ? number : null
  } catch {
    return null
  }
}
