import { type Column, type SQL, sql } from 'drizzle-orm'
import { contains } from '#app/db/contains.server.ts'

/** Names (`people.folded`) in which these words stand one after the other, the last begun at least: "be b" for Bé Ba. */
export function isNamed(folded: Column, words: string): SQL {
  return contains(sql`' ' || ${folded}`, ` ${words}`)
}
