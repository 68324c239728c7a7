import { asc, eq } from 'drizzle-orm'
import { db, type Transaction } from '#app/db/db.server.ts'
import { outbox } from '#app/messages/schema.ts'

/** What was sent or is to be sent to a person. Bodies may carry one-time links, so they stay out. */
export function messagesOfPerson(person: { id: string }) {
  return db
    .select({ address: outbox.address, subject: outbox.subject, createdAt: outbox.createdAt, sentAt: outbox.sentAt })
    .from(outbox)
    .where(eq(outbox.toPersonId, person.id))
    .orderBy(asc(outbox.id))
}

/** A closed account: nothing more goes out, and the addresses it was sent to are gone. */
export async function forgetMessagesTo(tx: Transaction, personId: string): Promise<void> {
  await tx.delete(outbox).where(eq(outbox.toPersonId, personId))
}
