import { sql } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { beginningsOf } from '#app/people/beginnings.ts'
import { nameBeginnings } from '#app/people/schema.ts'

type Named = { id: string; folded: string; username: string; sortKey: string }

/** What one statement takes, at three values a row: SQLite allows 32,766. */
const atOnce = 2_000

/** Inner step: people are found by what they are called. */
export async function keepBeginningsInTx(tx: Transaction, people: readonly Named[]): Promise<void> {
  for (const rows of rowsOf(people)) await tx.insert(nameBeginnings).values(rows)
}

/** Inner step: nobody finds them by these names any more. */
export async function dropBeginningsInTx(tx: Transaction, people: readonly Named[]): Promise<void> {
  for (const rows of rowsOf(people)) {
    const keys = sql.join(
      rows.map(({ text, personId }) => sql`(${text}, ${personId})`),
      sql`, `,
    )
    await tx.delete(nameBeginnings).where(sql`(${nameBeginnings.text}, ${nameBeginnings.personId}) in (values ${keys})`)
  }
}

function rowsOf(people: readonly Named[]) {
  const rows = people.flatMap((person) =>
    beginningsOf(person).map((text) => ({ text, sortKey: person.sortKey, personId: person.id })),
  )
  return Array.from({ length: Math.ceil(rows.length / atOnce) }, (_, turn) =>
    rows.slice(turn * atOnce, (turn + 1) * atOnce),
  )
}
