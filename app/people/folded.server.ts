import { type Column, eq, inArray, or, type Placeholder, type SQL } from 'drizzle-orm'
import { db, type Transaction } from '#app/db/db.server.ts'
import { aliases } from '#app/people/schema.ts'

type Reads = Pick<Transaction, 'select'>

/** The accounts that were folded into this one. What was learnt in them stays with them, and counts for the person. */
export async function foldedInto(personId: string, reads: Reads = db): Promise<string[]> {
  const rows = await reads.select({ id: aliases.personId }).from(aliases).where(eq(aliases.keptId, personId))
  return rows.map(({ id }) => id)
}

/** A condition on a column of people's ids: this person's account, or one that was folded into it. */
export function isOfPerson(column: Column, personId: string | Placeholder, reads: Reads = db): SQL | undefined {
  const folded = reads.select({ id: aliases.personId }).from(aliases).where(eq(aliases.keptId, personId))
  return or(eq(column, personId), inArray(column, folded))
}
