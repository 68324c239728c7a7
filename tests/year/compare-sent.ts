import { and, asc, gt, isNotNull, ne } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { outbox } from '#app/messages/schema.ts'
import { type Differences, noDifferences } from '#tests/year/differences.ts'

/** What a mail server or a gateway was given, by the id of the message, once for each time it came. */
export type Received = Map<string, string[]>

const atOnce = 5_000

/** The outbox beside what servers were given: each message once, to its address and in its words, and not at night. */
export async function compareSent(received: Received): Promise<Differences> {
  const sent = noDifferences()
  const seen = new Set<string>()
  for await (const rows of messages())
    for (const { id, channel, address, subject, body, sentAt } of rows) {
      seen.add(id)
      sent.expected++
      const came = received.get(id) ?? []
      const wanted = `${address} ${channel === 'email' ? subject : body}`
      if (came.length === 0 || !sentAt) sent.missing.push(`${id} ${wanted}`)
      if (came.length > 1) sent.double.push(`${id} ${wanted}`)
      for (const one of came) if (one !== wanted) sent.wrong.push(`${id} ${one} instead of ${wanted}`)
      if (sentAt && isNight(sentAt)) sent.wrong.push(`${id} at night: ${sentAt.toISOString()}`)
    }
  for (const [id, came] of received) if (!seen.has(id)) sent.wrong.push(`${id} ${came.join()}: nobody sent it`)
  return sent
}

async function* messages() {
  const { id, channel, address, subject, body, sentAt } = outbox
  for (let after = ''; ; ) {
    const rows = await db
      .select({ id, channel, address, subject, body, sentAt })
      .from(outbox)
      .where(and(gt(id, after), ne(outbox.kind, 'account'), isNotNull(outbox.key)))
      .orderBy(asc(id))
      .limit(atOnce)
    yield rows
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}

function isNight(moment: Date): boolean {
  const hour = (moment.getUTCHours() + 7) % 24
  return hour < 7 || hour >= 20
}
