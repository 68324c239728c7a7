import { v7 as uuid } from 'uuid'
import type { Transaction } from '#app/db/db.server.ts'
import { rowsStatement } from '#app/db/rows-statement.server.ts'
import { keepBeginningsInTx } from '#app/people/keep-beginnings-in-tx.server.ts'
import { namesOf } from '#app/people/names-of.ts'
import { people } from '#app/people/schema.ts'

export type NewRow = Omit<typeof people.$inferInsert, 'sortKey' | 'folded'>
type Inserted = { id: string; username: string }

/**
 * Inner step, the only way to a new account: some hundred at a time, with what each is found by. Whose user name is taken
 * is left out; those who were written, in no order.
 */
export async function insertPeopleInTx(tx: Transaction, accounts: readonly NewRow[]): Promise<Inserted[]> {
  const rows = accounts.map((account) => ({ ...account, id: account.id ?? uuid(), ...namesOf(account.fullName) }))
  const inserted = await insertUnfoundInTx(tx, rows)
  const ids = new Set(inserted.map(({ id }) => id))
  await keepBeginningsInTx(
    tx,
    rows.filter(({ id }) => ids.has(id)),
  )
  return inserted
}

/** Inner step: the same of rows that have their names (`namesOf`); nobody finds them before their beginnings are kept. */
export const insertUnfoundInTx = rowsStatement<typeof people, keyof typeof people.$inferInsert, Inserted>(
  people,
  'all',
  (tx, rows) =>
    tx
      .insert(people)
      .values(rows)
      .onConflictDoNothing({ target: people.username })
      .returning({ id: people.id, username: people.username }),
)
