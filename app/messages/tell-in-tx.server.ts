import { eq } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { environment } from '#app/db/environment.server.ts'
import type { Locale } from '#app/i18n/messages.ts'
import type { Channel } from '#app/messages/message.ts'
import { type Notice, noteInTx } from '#app/messages/note-in-tx.server.ts'
import { queueMessage } from '#app/messages/queue.server.ts'
import { outsideQuietHours } from '#app/messages/quiet-hours.ts'
import { messageRefusals } from '#app/messages/schema.ts'
import { type Contacts, wayTo } from '#app/messages/way-to.ts'

export type Told = Omit<Notice, 'personId' | 'now'> & {
  person: { id: string; language: Locale } & Contacts
  now: Date
  hasGateway?: boolean
}

/**
 * Inner step: tells somebody something once: a notice on the site, and one message by a way that is known of them and not
 * refused. Messages wait out the quiet hours, but for those about an account. Answers by which way; `site`: by the notice
 * alone; `already`: it was told before.
 */
export async function tellInTx(tx: Transaction, told: Told): Promise<Channel | 'site' | 'already'> {
  const { person, kind, key, subject, body, now, hasGateway = environment.GATEWAY_URL !== undefined } = told
  if (!(await noteInTx(tx, { ...told, personId: person.id }))) return 'already'
  const way = wayTo(person, { kind, refused: await refusedBy(tx, person.id), hasGateway })
  if (!way) return 'site'
  const sendAfter = kind === 'account' ? now : outsideQuietHours(now)
  const { id: toPersonId, language } = person
  await queueMessage(tx, { ...way, toPersonId, language, kind, key, subject, body, createdAt: now, sendAfter })
  return way.channel
}

async function refusedBy(tx: Transaction, personId: string): Promise<Channel[]> {
  const rows = await tx
    .select({ channel: messageRefusals.channel })
    .from(messageRefusals)
    .where(eq(messageRefusals.personId, personId))
  return rows.map(({ channel }) => channel)
}
