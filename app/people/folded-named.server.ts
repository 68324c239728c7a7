import { aliasedTable, and, eq, isNull, or, sql } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { type Account, accountColumns } from '#app/people/accounts.server.ts'
import { aliases, people } from '#app/people/schema.ts'

export type FoldedAccount = Account & { keptUsername: string }

/**
 * Accounts of that name which were folded into another. Nobody gets in by them: they may have been folded by mistake, and
 * the other be somebody else's. Who knows the password is told where to go on.
 * @param key as `accountsNamed` gives it
 */
export function foldedNamed(key: string): Promise<FoldedAccount[]> {
  return folded.execute({ key })
}

const kept = aliasedTable(people, 'kept')
const isKey = (column: typeof people.username | typeof people.phone | typeof people.email) =>
  eq(column, sql.placeholder('key'))

const folded = db
  .select({ ...accountColumns, keptUsername: kept.username })
  .from(aliases)
  .innerJoin(people, eq(people.id, aliases.personId))
  .innerJoin(kept, eq(kept.id, aliases.keptId))
  .where(and(or(isKey(people.username), isKey(people.phone), isKey(people.email)), isNull(kept.closedAt)))
  .limit(2)
  .prepare()
