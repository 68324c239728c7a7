import { and, type Column, gte, like, lt, type SQL } from 'drizzle-orm'
import { isPostgres } from '#app/db/environment.server.ts'

/**
 * Texts of a column that begin with these letters, exactly as written. SQLite takes an index for a range and none for a
 * pattern; PostgreSQL may order letters by the language of its cluster, so that a range would not hold all of them.
 */
export function startsWith(column: Column, beginning: string): SQL | undefined {
  const literal = beginning.replace(/[%_\\]/g, '\\$&')
  if (isPostgres) return like(column, `${literal}%`)
  return and(gte(column, beginning), lt(column, `${beginning}\u{10ffff}`))
}
