import { db } from '#app/db/db.server.ts'
import { identityKeys, makeIdentityKeys } from '#app/people/identity-keys.server.ts'
import { identityNumbers } from '#app/people/schema.ts'

/**
 * At first run makes the keys of identity numbers, so that the first backup has them. False: numbers are there that the
 * keys of this machine do not open; nothing is made, and such numbers can be neither read nor written.
 */
export async function readyIdentityKeys(): Promise<boolean> {
  const [row] = await db.select({ keyId: identityNumbers.keyId }).from(identityNumbers).limit(1)
  return row ? identityKeys()?.id === row.keyId : makeIdentityKeys() !== null
}
