import { type Column, eq, inArray, or, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { db, type Transaction } from '#app/db/db.server.ts'
import { isPostgres } from '#app/db/environment.server.ts'
import { oneOf } from '#app/db/one-of.server.ts'
import { aliases } from '#app/people/schema.ts'

type Reads = Pick<Transaction, 'select'>

/** The accounts that were folded into this one. What was learnt in them stays with them, and counts for the person. */
export async function foldedInto(personId: string, reads: Reads = db): Promise<string[]> {
  const rows = await reads.select({ id: aliases.personId }).from(aliases).where(eq(aliases.keptId, personId))
  return rows.map(({ id }) => id)
}

/**
 * A condition on a column of people's ids: this person's account, or one that was folded into it. Sharp edge: of an `or`
 * with a query in it PostgreSQL takes no index, and reads the table whole.
 */
export function isOfPerson(column: Column, personId: string | Placeholder, reads: Reads = db): SQL | undefined {
  const folded = reads.select({ id: aliases.personId }).from(aliases).where(eq(aliases.keptId, personId))
  if (isPostgres) return oneOf(column, sql`select ${personId}::text union all ${folded}`)
  return or(eq(column, personId), inArray(column, folded))
}
