import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { people } from '#app/people/schema.ts'

/** The account is there, neither closed nor folded into another. */
export async function isOpenAccount(reads: Pick<Transaction, 'select'>, personId: string): Promise<boolean> {
  const [person] = await reads
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.closedAt)))
  return person !== undefined
}
