import type { Transaction } from '#app/db/db.server.ts'
import type { Locale } from '#app/i18n/messages.ts'
import { bodyWithPromise } from '#app/messages/message.ts'
import { outbox } from '#app/messages/schema.ts'

export type Message = {
  toPersonId: string
  /** An e-mail address. */
  address: string
  subject: string
  body: string
  language: Locale
  sendAfter?: Date
}

/** Puts a message into the outbox in the same write as the fact it tells: neither stands without the other. */
export async function queueMessage(tx: Transaction, message: Message): Promise<void> {
  const now = new Date()
  await tx.insert(outbox).values({
    toPersonId: message.toPersonId,
    address: message.address,
    subject: message.subject.replace(/\s+/gu, ' '),
    body: bodyWithPromise(message.body, message.language),
    createdAt: now,
    sendAfter: message.sendAfter ?? now,
    tries: 0,
  })
}
