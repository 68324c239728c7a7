import { type Column, type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/**
 * A column is one of what a query gives, PostgreSQL alone: it asks first, and then its index for each. Of `in` or a join it
 * guesses how many rows fit, and rather reads a table whole.
 */
export function oneOf(column: Column, query: SQLWrapper): SQL {
  return sql`${column} = any(array(${query}))`
}
