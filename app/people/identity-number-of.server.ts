import { eq } from 'drizzle-orm'
import { db, type Transaction } from '#app/db/db.server.ts'
import { unseal } from '#app/people/identity-cipher.server.ts'
import { identityKeys } from '#app/people/identity-keys.server.ts'
import { identityNumbers } from '#app/people/schema.ts'

type Reads = Pick<Transaction, 'select'>

/** `number` is null when the keys here are not those it was sealed with. */
export type KeptIdentityNumber = { number: string | null; setAt: Date }

/** In clear: decides no permission, the verb that asks has done so. Null: the person has none. */
export async function identityNumberOf(personId: string, reads: Reads = db): Promise<KeptIdentityNumber | null> {
  const [row] = await reads.select().from(identityNumbers).where(eq(identityNumbers.personId, personId))
  return row ? { number: unseal(row, identityKeys()), setAt: row.setAt } : null
}
