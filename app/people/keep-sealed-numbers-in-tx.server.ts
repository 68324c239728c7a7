import type { Transaction } from '#app/db/db.server.ts'
import type { Sealed } from '#app/people/identity-cipher.server.ts'
import { identityClaims, identityNumbers } from '#app/people/schema.ts'

export type SealedOf = { personId: string; sealed: Sealed }

/**
 * Inner step: keeps the identity numbers of some hundred new accounts. Where a number stands with somebody else already
 * only the claim is written, which proposes the two as one.
 */
export async function keepSealedNumbersInTx(tx: Transaction, numbers: readonly SealedOf[], now: Date): Promise<void> {
  if (numbers.length === 0) return
  const kept = await tx
    .insert(identityNumbers)
    .values(numbers.map(({ personId, sealed }) => ({ personId, ...sealed, setAt: now })))
    .onConflictDoNothing()
    .returning({ personId: identityNumbers.personId })
  const ids = new Set(kept.map(({ personId }) => personId))
  const claims = numbers.filter(({ personId }) => !ids.has(personId))
  if (claims.length === 0) return
  await tx
    .insert(identityClaims)
    .values(claims.map(({ personId, sealed }) => ({ personId, hash: sealed.hash, at: now })))
    .onConflictDoNothing()
}
