import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { problemText } from '#app/messages/delivery-problem.ts'
import type { Channel } from '#app/messages/message.ts'
import { messageRefusals, outbox } from '#app/messages/schema.ts'

export type Refusing = { channel: Channel; isFromLetter: boolean; now: Date }

/** Inner step: nothing more goes to somebody by this way, what waits neither; but what concerns their account. */
export async function refuseInTx(tx: Transaction, personId: string, { channel, isFromLetter, now }: Refusing) {
  await tx.insert(messageRefusals).values({ personId, channel, isFromLetter, at: now }).onConflictDoNothing()
  const waits = and(
    eq(outbox.toPersonId, personId),
    eq(outbox.channel, channel),
    ne(outbox.kind, 'account'),
    isNull(outbox.sentAt),
    isNull(outbox.failedAt),
  )
  const lastProblem = problemText({ kind: 'unwanted', detail: 'the person wants no more' }, null)
  await tx.update(outbox).set({ failedAt: now, lastProblem }).where(waits)
}
