import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { write } from '#app/db/db.server.ts'
import { DeliveryProblem, mayHaveArrived, problemText } from '#app/messages/delivery-problem.ts'
import { type Due, dropLate, messagesDue, postponeDue } from '#app/messages/due.server.ts'
import { leaveLease, takeLease } from '#app/messages/lease.server.ts'
import { type Channel, waitAfterMs } from '#app/messages/message.ts'
import { refusalAddress } from '#app/messages/refusal-token.server.ts'
import { outbox } from '#app/messages/schema.ts'
import type { Sender } from '#app/messages/sender.ts'

/** Longer than the longest message, and renewed before each. */
const leaseMs = 180_000
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

/** Read again under the lease: who held it before may have sent some. */
async function deliverAll(sender: Sender, { channel, holder, now }: Run): Promise<Delivery> {
  const delivery = { sent: 0, failed: 0 }
  const startedMs = performance.now() // the clock may be set meanwhile
  await dropLate(channel, now)
  for (const message of await messagesDue(channel, now)) {
    const moment = new Date(now.getTime() + performance.now() - startedMs)
    if (!(await takeLease(leaseNames[channel], holder, leaseMs, moment))) break
    const problem = await tryOnce(sender, message, moment)
    delivery[problem ? 'failed' : 'sent']++
    if (!problem?.facts.isOfServer) continue
    const { retryAfterMs } = problem.facts
    if (retryAfterMs) await postponeDue(channel, moment, new Date(moment.getTime() + retryAfterMs))
    break
  }
  return delivery
}

/** Notes the try before it is made: a process that ends between sending and noting leaves the mark behind. */
async function tryOnce(sender: Sender, message: Due, now: Date): Promise<DeliveryProblem | null> {
  const lastProblem = message.triedAt ? problemText(endedBetween, message.lastProblem) : message.lastProblem
  const tries = message.tries + 1
  await write((tx) => tx.update(outbox).set({ triedAt: now, tries, lastProblem }).where(eq(outbox.id, message.id)))
  const outcome = await sent(sender, message)
  const noted =
    outcome instanceof DeliveryProblem
      ? afterProblem({ ...message, tries, lastProblem }, outcome, now)
      : { sentAt: now, deliveryId: outcome, lastProblem: mayHaveArrived(lastProblem) ? lastProblem : null }
  await write((tx) => tx.update(outbox).set(noted).where(eq(outbox.id, message.id)))
  return outcome instanceof DeliveryProblem ? outcome : null
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
