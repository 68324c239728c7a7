import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { type Transaction, write } from '#app/db/db.server.ts'
import { DeliveryProblem, mayHaveArrived, problemText } from '#app/messages/delivery-problem.ts'
import { type Due, messagesDue, messagesInTime, postponeDue } from '#app/messages/due.server.ts'
import { leaveLease, takeLease } from '#app/messages/lease.server.ts'
import { type Channel, waitAfterMs } from '#app/messages/message.ts'
import { refusalAddress } from '#app/messages/refusal-token.server.ts'
import { outbox } from '#app/messages/schema.ts'
import type { Sender } from '#app/messages/sender.ts'

/** Longer than the longest message and the time after which it is renewed. */
const leaseMs = 180_000
const renewedAfterMs = 20_000
const leaseNames = { email: 'deliver-messages', gateway: 'deliver-gateway' }

export type Delivery = { sent: number; failed: number }

/**
 * Sends what is due by one way, once, whoever else tries at the same time. Null: another has the lease. A message whose
 * "yes" never came is tried again after 1, 2, 4 … minutes, at most 8 times, under the same id.
 */
export async function deliverBy(channel: Channel, open: () => Sender, now: Date): Promise<Delivery | null> {
  if ((await messagesDue(channel, now)).length === 0) return { sent: 0, failed: 0 }
  const holder = randomUUID()
  if (!(await takeLease(leaseNames[channel], holder, leaseMs, now))) return null
  const sender = open()
  try {
    return await deliverAll(sender, { channel, holder, now })
  } finally {
    sender.close()
    await leaveLease(leaseNames[channel], holder)
  }
}

type Run = { channel: Channel; holder: string; now: Date }

/** Read again under the lease: who held it before may have sent some. What came of one message is noted with the try of the next. */
async function deliverAll(sender: Sender, { channel, holder, now }: Run): Promise<Delivery> {
  const delivery = { sent: 0, failed: 0 }
  const startedMs = performance.now() // the clock may be set meanwhile
  const isOurs = heldLease(leaseNames[channel], holder)
  let before: Outcome | null = null
  for (const message of await messagesInTime(channel, now)) {
    const moment = new Date(now.getTime() + performance.now() - startedMs)
    if (!(await isOurs(moment))) break
    const tried = await noteTry(message, moment, before)
    const outcome = await sent(sender, tried)
    before = { message: tried, outcome, moment }
    const problem = outcome instanceof DeliveryProblem ? outcome : null
    delivery[problem ? 'failed' : 'sent']++
    if (problem?.facts.isOfServer) break
  }
  if (before) await noteLast(channel, before)
  return delivery
}

/** Asked before each message; the lease is written anew now and then only, each time a synced commit. */
function heldLease(name: string, holder: string): (moment: Date) => Promise<boolean> {
  let renewedAt = Date.now() // and not by performance.now, which may stand still while the machine sleeps
  return async (moment) => {
    const sinceMs = Date.now() - renewedAt
    if (sinceMs >= 0 && sinceMs < renewedAfterMs) return true
    renewedAt = Date.now()
    return takeLease(name, holder, leaseMs, moment)
  }
}

/** Before it is made: a process that ends between sending and noting leaves the mark behind. */
async function noteTry(message: Due, now: Date, before: Outcome | null): Promise<Due> {
  const lastProblem = message.triedAt ? problemText(endedBetween, message.lastProblem) : message.lastProblem
  const tries = message.tries + 1
  await write(async (tx) => {
    if (before) await noteOutcomeInTx(tx, before)
    await tx.update(outbox).set({ triedAt: now, tries, lastProblem }).where(eq(outbox.id, message.id))
  })
  return { ...message, tries, lastProblem }
}

type Outcome = { message: Due; outcome: string | null | DeliveryProblem; moment: Date }

/** Of a server that asks for a pause nothing is asked before it is over. */
async function noteLast(channel: Channel, last: Outcome): Promise<void> {
  await write((tx) => noteOutcomeInTx(tx, last))
  const { outcome, moment } = last
  if (!(outcome instanceof DeliveryProblem && outcome.facts.isOfServer)) return
  const { retryAfterMs } = outcome.facts
  if (retryAfterMs) await postponeDue(channel, moment, new Date(moment.getTime() + retryAfterMs))
}

function noteOutcomeInTx(tx: Transaction, { message, outcome, moment }: Outcome): Promise<unknown> {
  const { id, lastProblem } = message
  const noted =
    outcome instanceof DeliveryProblem
      ? afterProblem(message, outcome, moment)
      : { sentAt: moment, deliveryId: outcome, lastProblem: mayHaveArrived(lastProblem) ? lastProblem : null }
  return tx.update(outbox).set(noted).where(eq(outbox.id, id))
}

const endedBetween = { kind: 'unreachable', detail: 'the program ended before the answer', isUncertain: true } as const

async function sent(sender: Sender, { id, toPersonId, kind, address, subject, body }: Due) {
  const refusable = kind !== 'account' && toPersonId !== null
  const letter = { id, address, subject, body, refusalAddress: refusable ? refusalAddress(toPersonId) : null }
  try {
    return await sender.send(letter)
  } catch (problem) {
    if (problem instanceof DeliveryProblem) return problem
    throw problem
  }
}

function afterProblem(message: Due, { facts }: DeliveryProblem, now: Date) {
  const waitMs = facts.kind === 'refused' ? null : waitAfterMs(message.tries)
  return {
    triedAt: null,
    lastProblem: problemText(facts, message.lastProblem),
    ...(waitMs === null
      ? { failedAt: now }
      : { sendAfter: new Date(now.getTime() + Math.max(waitMs, facts.retryAfterMs ?? 0)) }),
  }
}
