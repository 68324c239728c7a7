import { eq } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { identityClaims, identityNumbers } from '#app/people/schema.ts'

/** Inner step: forgets a person's identity number, and that they were said to have another's. False: there was none. */
export async function clearIdentityNumberInTx(tx: Transaction, personId: string): Promise<boolean> {
  await tx.delete(identityClaims).where(eq(identityClaims.personId, personId))
  const gone = await tx
    .delete(identityNumbers)
    .where(eq(identityNumbers.personId, personId))
    .returning({ personId: identityNumbers.personId })
  return gone.length > 0
}
