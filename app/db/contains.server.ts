import { type Column, like, type SQL, sql } from 'drizzle-orm'
import { isPostgres } from '#app/db/environment.server.ts'

/** Texts of a column (or made of one) that hold these letters somewhere, exactly as written. SQLite is slower with a pattern the more often its first letter is met. */
export function contains(column: Column | SQL, part: string): SQL {
  if (isPostgres) return like(column, `%${part.replace(/[%_\\]/g, '\\$&')}%`)
  return sql`instr(${column}, ${part}) > 0`
}
