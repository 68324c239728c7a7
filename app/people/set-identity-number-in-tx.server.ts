import { eq } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { identityHash, seal } from '#app/people/identity-cipher.server.ts'
import { type IdentityKeys, identityKeys, makeIdentityKeys } from '#app/people/identity-keys.server.ts'
import { identityClaims, identityNumbers } from '#app/people/schema.ts'

/** `heldBy`: the number stands with that person already; nothing was written but the claim, which proposes the two as one. */
export type IdentityNumberSet = { set: true } | { unchanged: true } | { heldBy: string }

/**
 * Inner step: keeps a person's identity number, in place of an earlier one. For imports too.
 * @param number 12 digits, checked (identity-number.ts)
 */
export async function setIdentityNumberInTx(
  tx: Transaction,
  personId: string,
  number: string,
  now: Date,
): Promise<IdentityNumberSet> {
  const keys = await keysInTx(tx)
  const [holder] = await tx
    .select({ personId: identityNumbers.personId })
    .from(identityNumbers)
    .where(eq(identityNumbers.hash, identityHash(number, keys)))
  if (holder?.personId === personId) return { unchanged: true }
  if (holder) {
    const claim = { personId, hash: identityHash(number, keys), at: now }
    await tx.insert(identityClaims).values(claim).onConflictDoNothing()
    return { heldBy: holder.personId }
  }
  const sealed = { ...seal(number, keys), setAt: now }
  await tx
    .insert(identityNumbers)
    .values({ personId, ...sealed })
    .onConflictDoUpdate({ target: identityNumbers.personId, set: sealed })
  await tx.delete(identityClaims).where(eq(identityClaims.personId, personId))
  return { set: true }
}

/**
 * Sharp edge: keys made anew beside numbers sealed with others would hash the same number otherwise, and no duplicate
 * would be found any more. So they are made only where there is no number yet, and must be those of the numbers there.
 */
async function keysInTx(tx: Transaction): Promise<IdentityKeys> {
  const [earlier] = await tx.select({ keyId: identityNumbers.keyId }).from(identityNumbers).limit(1)
  const keys = earlier ? identityKeys() : makeIdentityKeys()
  if (!keys || (earlier && earlier.keyId !== keys.id))
    throw new Error('keys/identity-numbers.key is not the one of this database: put it back from a backup')
  return keys
}
