import { v7 as uuid } from 'uuid'
import type { Transaction } from '#app/db/db.server.ts'
import { rowsStatement } from '#app/db/rows-statement.server.ts'
import type { Locale } from '#app/i18n/messages.ts'
import { gatewayText } from '#app/messages/gateway-text.ts'
import { bodyWithPromise, type Channel, type MessageKind } from '#app/messages/message.ts'
import { refusalAddress } from '#app/messages/refusal-token.server.ts'
import { outbox } from '#app/messages/schema.ts'
import { withoutLinks } from '#app/messages/without-links.ts'

export type Message = {
  toPersonId: string
  channel?: Channel
  kind?: MessageKind
  /** Says what it tells, once: a second message with the same key is not made. */
  key?: string
  /** An e-mail address; for the gateway a number as E.164. */
  address: string
  subject: string
  body: string
  language: Locale
  createdAt?: Date
  sendAfter?: Date
}

/**
 * Puts messages into the outbox in the same write as the facts they tell: neither stands without the other. Through the
 * gateway goes the subject alone, as one line. No link is in it that somebody wrote into a name, a title or a reason; only
 * what a person asked for about their own account leads anywhere.
 */
export async function queueMessage(tx: Transaction, ...queued: Message[]): Promise<void> {
  await insertRows(tx, queued.map(rowOf))
}

const insertRows = rowsStatement(
  outbox,
  ['id', 'toPersonId', 'channel', 'kind', 'key', 'address', 'subject', 'body', 'createdAt', 'sendAfter', 'tries'],
  (tx, rows) => tx.insert(outbox).values(rows).onConflictDoNothing({ target: outbox.key }),
)

function rowOf(message: Message) {
  const { toPersonId, channel = 'email', kind = 'account', key, address, language } = message
  const { createdAt = new Date(), sendAfter = createdAt } = message
  const said = kind === 'account' ? (words: string) => words : withoutLinks
  const subject = said(message.subject).replace(/\s+/gu, ' ')
  const footer = { kind, refusalAddress: kind === 'account' ? null : refusalAddress(toPersonId) }
  const body =
    channel === 'gateway' ? gatewayText(subject, language) : bodyWithPromise(said(message.body), language, footer)
  return { id: uuid(), toPersonId, channel, kind, key, address, subject, body, createdAt, sendAfter, tries: 0 }
}
