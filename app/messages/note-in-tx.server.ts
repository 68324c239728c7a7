import { v7 as uuid } from 'uuid'
import type { Transaction } from '#app/db/db.server.ts'
import { rowsStatement } from '#app/db/rows-statement.server.ts'
import type { MessageKind } from '#app/messages/message.ts'
import { notices } from '#app/messages/schema.ts'

export type Notice = {
  personId: string
  kind: MessageKind
  /** Says what it tells, to whom: a second notice with the same key is not made. */
  key: string
  subject: string
  /** Plain text; a line of its own for each thing. */
  body: string
  /** Where on this site it is about, without language: `/me`. */
  path: string | null
  now?: Date
}

/** Inner step: a notice on the site, in the write of the fact it tells. False: it stands already. */
export async function noteInTx(tx: Transaction, notice: Notice): Promise<boolean> {
  return (await noteAllInTx(tx, [notice])).size > 0
}

/** The same for many. Gives the keys of those that did not stand already. */
export async function noteAllInTx(tx: Transaction, noted: readonly Notice[]): Promise<Set<string>> {
  const rows = noted.map(({ now = new Date(), ...notice }) => ({ ...notice, id: uuid(), createdAt: now }))
  return new Set((await insertRows(tx, rows)).map(({ key }) => key))
}

const columns = ['id', 'personId', 'kind', 'key', 'subject', 'body', 'path', 'createdAt'] as const

const insertRows = rowsStatement<typeof notices, (typeof columns)[number], { key: string }>(
  notices,
  columns,
  (tx, rows) =>
    tx.insert(notices).values(rows).onConflictDoNothing({ target: notices.key }).returning({ key: notices.key }),
)
