import type { Transaction } from '#app/db/db.server.ts'
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
  const { personId, kind, key, subject, body, path, now = new Date() } = notice
  const made = await tx
    .insert(notices)
    .values({ personId, kind, key, subject, body, path, createdAt: now })
    .onConflictDoNothing({ target: notices.key })
    .returning({ id: notices.id })
  return made.length > 0
}
