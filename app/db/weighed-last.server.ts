import { type SQL, sql } from 'drizzle-orm'

/**
 * A condition that is looked at row by row, and decides nothing of how the rows are found. Sharp edge: PostgreSQL guesses
 * that seven people have a name which thirteen thousand have, and that nobody of a commune is seen by its manager, and
 * takes a way that is right for those; of a `case` it guesses that half the rows fit.
 */
export function weighedLast(condition: SQL | undefined): SQL | undefined {
  return condition && sql`case when ${condition} then true else false end`
}
