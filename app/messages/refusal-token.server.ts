import { createHmac, timingSafeEqual } from 'node:crypto'
import { environment } from '#app/db/environment.server.ts'
import { makeKeyFile } from '#app/db/key-file.server.ts'

let key: Buffer | undefined

/**
 * What stands in the address at the foot of a letter: whoever has it may refuse letters for this person, and nothing else.
 * The person's id and, in base64url, half of an HMAC-SHA-256 by a key that never leaves DATA_DIR/keys.
 */
export function refusalToken(personId: string): string {
  return `${personId}.${signatureOf(personId).toString('base64url')}`
}

/** Whose letters it refuses. Null: we did not sign it. */
export function personOfRefusal(token: string): string | null {
  const [personId = '', signature = ''] = token.split('.')
  const given = Buffer.from(signature, 'base64url')
  const expected = signatureOf(personId)
  return given.length === expected.length && timingSafeEqual(given, expected) ? personId : null
}

/** The whole address. Null: the site does not know its own (PUBLIC_URL). */
export function refusalAddress(personId: string): string | null {
  if (!environment.PUBLIC_URL) return null
  return new URL(`/unsubscribe/${refusalToken(personId)}`, environment.PUBLIC_URL).href
}

function signatureOf(personId: string): Buffer {
  key ??= makeKeyFile({ name: 'refusals.key', bytes: 32 })
  return createHmac('sha256', key).update(`refuse letters ${personId}`).digest().subarray(0, 16)
}
