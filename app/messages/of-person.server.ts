import { asc, eq } from 'drizzle-orm'
import { db, type Transaction } from '#app/db/db.server.ts'
import { feedOf } from '#app/messages/feed.server.ts'
import { calendarFeeds, messageRefusals, notices, outbox } from '#app/messages/schema.ts'
import { refusalsOf } from '#app/messages/set-ways.server.ts'

/** What was sent or is to be sent to a person. Bodies may carry one-time links, so they stay out. */
export function messagesOfPerson(person: { id: string }) {
  return db
    .select({
      channel: outbox.channel,
      address: outbox.address,
      subject: outbox.subject,
      createdAt: outbox.createdAt,
      sentAt: outbox.sentAt,
    })
    .from(outbox)
    .where(eq(outbox.toPersonId, person.id))
    .orderBy(asc(outbox.id))
}

/** What one was told on the site, what one refuses, and since when one has a calendar; its secret is not kept. */
export async function noticesAndWishesOf(person: { id: string }) {
  const rows = await db.select().from(notices).where(eq(notices.personId, person.id)).orderBy(asc(notices.id))
  return {
    notices: rows.map(({ subject, body, createdAt, readAt }) => ({ subject, body, createdAt, readAt })),
    refusals: await refusalsOf(person),
    calendar: await feedOf(person),
  }
}

/** A closed account: nothing more goes out, and the addresses it was sent to, notices, wishes and calendar are gone. */
export async function forgetMessagesTo(tx: Transaction, personId: string): Promise<void> {
  await tx.delete(outbox).where(eq(outbox.toPersonId, personId))
  await tx.delete(notices).where(eq(notices.personId, personId))
  await tx.delete(messageRefusals).where(eq(messageRefusals.personId, personId))
  await tx.delete(calendarFeeds).where(eq(calendarFeeds.personId, personId))
}
