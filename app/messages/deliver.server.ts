import { randomUUID } from 'node:crypto'
import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import { db, write } from '#app/db/db.server.ts'
import { environment } from '#app/db/environment.server.ts'
import { leaveLease, takeLease } from '#app/messages/lease.server.ts'
import { type Mailer, openMailer } from '#app/messages/mailer.server.ts'
import { waitAfterMs } from '#app/messages/message.ts'
import { outbox } from '#app/messages/schema.ts'

const leaseName = 'deliver-messages'
/** Longer than the longest letter, and renewed before each. */
const leaseMs = 180_000
const lettersARun = 50

export type Delivery = { sent: number; failed: number }

type Options = { smtpUrl?: string | undefined; patienceMs?: number }

/**
 * Sends what is due, once, whoever else tries at the same time. Null: there is no mail server, or another has the lease.
 * A letter whose "yes" never came is tried again after 1, 2, 4 … minutes, at most 8 times, with the same Message-ID.
 */
export async function deliverDue(now = new Date(), options: Options = {}): Promise<Delivery | null> {
  const smtpUrl = options.smtpUrl ?? environment.SMTP_URL
  if (!smtpUrl) return null
  const due = await lettersDue(now)
  if (due.length === 0) return { sent: 0, failed: 0 }
  const holder = randomUUID()
  if (!(await takeLease(leaseName, holder, leaseMs, now))) return null
  const mailer = openMailer({ smtpUrl, patienceMs: options.patienceMs })
  try {
    return await deliverAll(mailer, holder, now)
  } finally {
    mailer.close()
    await leaveLease(leaseName, holder)
  }
}

/** Read again under the lease: who held it before may have sent some. */
async function deliverAll(mailer: Mailer, holder: string, now: Date): Promise<Delivery> {
  const delivery = { sent: 0, failed: 0 }
  const startedAt = Date.now()
  for (const letter of await lettersDue(now)) {
    const moment = new Date(now.getTime() + Date.now() - startedAt)
    if (!(await takeLease(leaseName, holder, leaseMs, moment))) break
    const problem = await problemSending(mailer, letter)
    await noteOutcome(letter, problem, moment)
    delivery[problem === null ? 'sent' : 'failed']++
    if (problem !== null && isServersFault(problem)) break
  }
  return delivery
}

function lettersDue(now: Date) {
  return db
    .select()
    .from(outbox)
    .where(and(eq(outbox.channel, 'email'), isNull(outbox.sentAt), isNull(outbox.failedAt), lte(outbox.sendAfter, now)))
    .orderBy(asc(outbox.sendAfter), asc(outbox.id))
    .limit(lettersARun)
}

type Letter = Awaited<ReturnType<typeof lettersDue>>[number]

async function problemSending(mailer: Mailer, letter: Letter): Promise<Error | null> {
  try {
    await mailer.send(letter)
    return null
  } catch (problem) {
    return problem instanceof Error ? problem : new Error(String(problem))
  }
}

async function noteOutcome(letter: Letter, problem: Error | null, now: Date) {
  const tries = letter.tries + 1
  const waitMs = waitAfterMs(tries)
  const outcome =
    problem === null
      ? { tries, sentAt: now, lastProblem: null }
      : {
          tries,
          lastProblem: problem.message.slice(0, 500),
          ...(waitMs === null ? { failedAt: now } : { sendAfter: new Date(now.getTime() + waitMs) }),
        }
  await write((tx) => tx.update(outbox).set(outcome).where(eq(outbox.id, letter.id)))
}

/** Nobody answered: the other letters would only wait as long, so they stay due for the next run. */
function isServersFault(problem: Error): boolean {
  const code = 'code' in problem ? String(problem.code) : ''
  return ['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'EAUTH', 'ETLS', 'ECONNREFUSED'].includes(code)
}
