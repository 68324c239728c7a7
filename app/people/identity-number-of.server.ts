import { eq, inArray } from 'drizzle-orm'
import { db, type Transaction } from '#app/db/db.server.ts'
import { identityHash, unseal } from '#app/people/identity-cipher.server.ts'
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

/**
 * Who has these numbers: number → person. Decides no permission. For imports, some 500 numbers at a time.
 * Empty where there are no keys, for then there are no numbers either.
 */
export async function holdersOf(numbers: readonly string[], reads: Reads = db): Promise<Map<string, string>> {
  const keys = identityKeys()
  if (!keys || numbers.length === 0) return new Map()
  const byHash = new Map(numbers.map((number) => [identityHash(number, keys), number]))
  const rows = await reads
    .select({ hash: identityNumbers.hash, personId: identityNumbers.personId })
    .from(identityNumbers)
    .where(inArray(identityNumbers.hash, [...byHash.keys()]))
  return new Map(rows.map(({ hash, personId }) => [byHash.get(hash) ?? '', personId]))
}
