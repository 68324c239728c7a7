import { and, asc, eq, inArray, isNull, lte } from 'drizzle-orm'
import { db, write } from '#app/db/db.server.ts'
import { problemText } from '#app/messages/delivery-problem.ts'
import type { Channel } from '#app/messages/message.ts'
import { isQuiet } from '#app/messages/quiet-hours.ts'
import { outbox } from '#app/messages/schema.ts'

const messagesARun = 50

/** A reminder that waited so long for its server says what is no longer so; the notice on the site stands. */
const lateAfterMs = 3 * 24 * 3_600_000

/**
 * What is to be sent by one way now, the longest due first; in the quiet hours only what concerns accounts. Sharp edge: in
 * the order of an index and by nothing else, or each fifty of a morning's thousands would sort all that wait.
 */
export function messagesDue(channel: Channel, now: Date) {
  const isForNow = isQuiet(now) ? eq(outbox.kind, 'account') : undefined
  return db
    .select()
    .from(outbox)
    .where(and(isDue(channel, now), isForNow))
    .orderBy(asc(outbox.sentAt), asc(outbox.failedAt), asc(outbox.sendAfter))
    .limit(messagesARun)
}

export type Due = Awaited<ReturnType<typeof messagesDue>>[number]

/** The same without what is late. All that is late is looked for only where some of it is among the longest due. */
export async function messagesInTime(channel: Channel, now: Date): Promise<Due[]> {
  const due = await messagesDue(channel, now)
  if (!due.some((message) => isLate(message, now))) return due
  await dropLate(channel, now)
  return messagesDue(channel, now)
}

function isLate({ kind, triedAt, createdAt }: Due, now: Date): boolean {
  return droppable.some((one) => one === kind) && triedAt === null && now.getTime() - createdAt.getTime() >= lateAfterMs
}

const droppable = ['reminder', 'report'] as const

/** A server that was away for days, or is set up at last, sends no flood of old reminders. */
export function dropLate(channel: Channel, now: Date): Promise<unknown> {
  const late = lte(outbox.createdAt, new Date(now.getTime() - lateAfterMs))
  const lastProblem = problemText({ kind: 'late', detail: 'it waited for three days' }, null)
  const isOld = and(isDue(channel, now), inArray(outbox.kind, [...droppable]), isNull(outbox.triedAt), late)
  return write((tx) => tx.update(outbox).set({ failedAt: now, lastProblem }).where(isOld))
}

/** The other side asked for rest: nothing that is due goes before then. */
export function postponeDue(channel: Channel, now: Date, sendAfter: Date): Promise<unknown> {
  return write((tx) => tx.update(outbox).set({ sendAfter }).where(isDue(channel, now)))
}

function isDue(channel: Channel, now: Date) {
  return and(isNull(outbox.sentAt), isNull(outbox.failedAt), lte(outbox.sendAfter, now), eq(outbox.channel, channel))
}
