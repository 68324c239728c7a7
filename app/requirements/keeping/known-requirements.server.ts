import { asc, count, getTableColumns, isNotNull, ne, or, sql } from 'drizzle-orm'
import { db, type Transaction } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'
import type { Published } from '#app/requirements/keeping/published.server.ts'
import { requirements } from '#app/requirements/schema.ts'

/** How many were ever published and ended says which version is known: nothing else ever happens to them but `keptAt`. */
type Known = { published: number; ended: number; all: readonly Published[] }

let known: Known = { published: 0, ended: 0, all: [] }

/**
 * Every requirement that was ever published, for pages about one person: each process remembers them until another is
 * published or ended. One query, which answers with all of them where that happened.
 */
export async function knownRequirements(): Promise<readonly Published[]> {
  const { published, ended } = known
  const rows = await readIfOther(db, { published, ended })
  const [first] = rows
  if (!first) return known.all
  const all = rows.map(({ published: _, ended: __, ...one }) => one)
  known = { published: first.published, ended: first.ended, all }
  return all
}

/** All of them, each beside the version, where that is another one than is known; otherwise nothing. */
const readIfOther = statement((reads: Pick<Transaction, 'select'>) => {
  const { publishedAt, endedAt } = requirements
  const now = reads
    .select({
      published: count(publishedAt).mapWith(Number).as('published'),
      ended: count(endedAt).mapWith(Number).as('ended'),
    })
    .from(requirements)
    .as('now')
  return reads
    .select({ ...getTableColumns(requirements), published: now.published, ended: now.ended })
    .from(requirements)
    .innerJoin(now, or(ne(now.published, sql.placeholder('published')), ne(now.ended, sql.placeholder('ended'))))
    .where(isNotNull(publishedAt))
    .orderBy(asc(requirements.id))
})
