import { and, eq, inArray } from 'drizzle-orm'
import { db, write } from '#app/db/db.server.ts'
import { type Channel, channels } from '#app/messages/message.ts'
import { refuseInTx } from '#app/messages/refuse-in-tx.server.ts'
import { messageRefusals } from '#app/messages/schema.ts'

/** By which ways one wants to be told beside the notices on the site: all but what is named are refused. */
export async function setWays(person: { id: string }, wanted: readonly Channel[], now = new Date()): Promise<void> {
  await write(async (tx) => {
    for (const channel of channels.filter((one) => !wanted.includes(one)))
      await refuseInTx(tx, person.id, { channel, isFromLetter: false, now })
    if (wanted.length === 0) return
    const again = and(eq(messageRefusals.personId, person.id), inArray(messageRefusals.channel, [...wanted]))
    await tx.delete(messageRefusals).where(again)
  })
}

/** What one refuses, since when, and whether by the address at the foot of a letter. */
export function refusalsOf(person: { id: string }) {
  return db
    .select({
      channel: messageRefusals.channel,
      at: messageRefusals.at,
      isFromLetter: messageRefusals.isFromLetter,
    })
    .from(messageRefusals)
    .where(eq(messageRefusals.personId, person.id))
}
