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
  await insertRows(tx, rowsOf(people))
}

/** Inner step: nobody finds them by these names any more. */
export async function dropBeginningsInTx(tx: Transaction, people: readonly Named[]): Promise<void> {
  const all = rowsOf(people)
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
  tx.insert(nameBeginnings).values(rows),
)

function rowsOf(people: readonly Named[]) {
  return people.flatMap((person) =>
    beginningsOf(person).map((text) => ({ text, sortKey: person.sortKey, personId: person.id })),
  )
}
