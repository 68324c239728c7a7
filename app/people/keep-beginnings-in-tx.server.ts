import { sql } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { rowsStatement } from '#app/db/rows-statement.server.ts'
import { beginningsOf } from '#app/people/beginnings.ts'
import { nameBeginnings } from '#app/people/schema.ts'

type Named = { id: string; folded: string; username: string; sortKey: string }

/** What one statement takes, at two values a row: SQLite allows 32,766. */
const atOnce = 2_000

/** Inner step: people are found by what they are called. */
export async function keepBeginningsInTx(tx: Transaction, people: readonly Named[]): Promise<void> {
  await insertRows(tx, beginningRows(people))
}

/** Inner step: the same for so many people that it takes several writes; in the order of `beginningRows`. */
export async function keepBeginningRowsInTx(tx: Transaction, rows: readonly BeginningRow[]): Promise<void> {
  await insertRows(tx, rows)
}

/** Inner step: nobody finds them by these names any more. */
export async function dropBeginningsInTx(tx: Transaction, people: readonly Named[]): Promise<void> {
  const all = beginningRows(people)
  for (let at = 0; at < all.length; at += atOnce) {
    const rows = all.slice(at, at + atOnce)
    const keys = sql.join(
      rows.map(({ text, personId }) => sql`(${text}, ${personId})`),
      sql`, `,
    )
    await tx.delete(nameBeginnings).where(sql`(${nameBeginnings.text}, ${nameBeginnings.personId}) in (values ${keys})`)
  }
}

const insertRows = rowsStatement(nameBeginnings, ['text', 'sortKey', 'personId'], (tx, rows) =>
  tx.insert(nameBeginnings).values(rows).onConflictDoNothing(),
)

export type BeginningRow = { text: string; sortKey: string; personId: string }

/** What people are found by, in the order of the index: neighbours stand on the same page. */
export function beginningRows(people: readonly Named[]): BeginningRow[] {
  const rows = people.flatMap(({ id: personId, sortKey, ...person }) =>
    beginningsOf(person).map((text) => ({ text, sortKey, personId })),
  )
  return rows.sort((a, b) => compare(a.text, b.text) || compare(a.personId, b.personId))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
