import type { Transaction } from '#app/db/db.server.ts'
import { environment } from '#app/db/environment.server.ts'
import { idsStatement } from '#app/db/ids-statement.server.ts'
import type { Locale } from '#app/i18n/messages.ts'
import type { Channel } from '#app/messages/message.ts'
import { type Notice, noteAllInTx } from '#app/messages/note-in-tx.server.ts'
import { type Message, queueMessage } from '#app/messages/queue.server.ts'
import { outsideQuietHours } from '#app/messages/quiet-hours.ts'
import { messageRefusals } from '#app/messages/schema.ts'
import { type Contacts, wayTo } from '#app/messages/way-to.ts'

export type Told = Omit<Notice, 'personId' | 'now'> & {
  person: { id: string; language: Locale } & Contacts
  now: Date
  hasGateway?: boolean
}

type Way = Channel | 'site' | 'already'

/**
 * Inner step: tells somebody something once: a notice on the site, and one message by a way that is known of them and not
 * refused. Messages wait out the quiet hours, but for those about an account. Answers by which way; `site`: by the notice
 * alone; `already`: it was told before.
 */
export async function tellInTx(tx: Transaction, told: Told): Promise<Way> {
  const [way = 'already'] = await tellAllInTx(tx, [told])
  return way
}

/** The same to many, some hundred at most: three statements a hundred. Answers in their order. */
export async function tellAllInTx(tx: Transaction, told: readonly Told[]): Promise<Way[]> {
  const fresh = await noteAllInTx(
    tx,
    told.map((one) => ({ ...one, personId: one.person.id })),
  )
  const refused = await refusedBy(
    tx,
    told.map(({ person }) => person.id),
  )
  const queued: Message[] = []
  const ways = told.map((one): Way => {
    if (!fresh.delete(one.key)) return 'already'
    const message = messageOf(one, refused)
    if (!message) return 'site'
    queued.push(message)
    return message.channel
  })
  await queueMessage(tx, ...queued)
  return ways
}

type Refusals = Array<{ personId: string; channel: Channel }>

function messageOf(told: Told, refusals: Refusals): (Message & { channel: Channel }) | null {
  const { person, kind, key, subject, body, now, hasGateway = environment.GATEWAY_URL !== undefined } = told
  const { id: toPersonId, language } = person
  const refused = refusals.filter(({ personId }) => personId === toPersonId).map(({ channel }) => channel)
  const way = wayTo(person, { kind, refused, hasGateway })
  const sendAfter = kind === 'account' ? now : outsideQuietHours(now)
  return way && { ...way, toPersonId, language, kind, key, subject, body, createdAt: now, sendAfter }
}

const refusedBy = idsStatement((tx, isOneOfThem) => {
  const { personId, channel } = messageRefusals
  return tx.select({ personId, channel }).from(messageRefusals).where(isOneOfThem(personId))
})
