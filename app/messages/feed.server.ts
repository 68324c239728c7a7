import { createHash, randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { db, write } from '#app/db/db.server.ts'
import { calendarFeeds } from '#app/messages/schema.ts'

/** Makes the secret of one's calendar, or a new one in its place: 128 bits, told this once, of which a hash is kept. */
export async function makeFeed(person: { id: string }, now = new Date()): Promise<string> {
  const secret = randomBytes(16).toString('base64url')
  const feed = { secretHash: hashOf(secret), madeAt: now }
  await write((tx) =>
    tx
      .insert(calendarFeeds)
      .values({ personId: person.id, ...feed })
      .onConflictDoUpdate({ target: calendarFeeds.personId, set: feed }),
  )
  return secret
}

export async function dropFeed(person: { id: string }): Promise<void> {
  await write((tx) => tx.delete(calendarFeeds).where(eq(calendarFeeds.personId, person.id)))
}

/** Since when one has a calendar; null: none. */
export async function feedOf(person: { id: string }): Promise<{ madeAt: Date } | null> {
  const [feed] = await db
    .select({ madeAt: calendarFeeds.madeAt })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.personId, person.id))
  return feed ?? null
}

/** Whose calendar stands at an address; null: nobody's. */
export async function holderOfFeed(secret: string): Promise<string | null> {
  const [feed] = await db
    .select({ personId: calendarFeeds.personId })
    .from(calendarFeeds)
    .where(eq(calendarFeeds.secretHash, hashOf(secret)))
  return feed?.personId ?? null
}

function hashOf(secret: string): string {
  return createHash('sha256').update(`calendar ${secret}`).digest('hex')
}
