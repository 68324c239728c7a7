import { and, desc, eq, gt } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Actor } from '#app/people/person.ts'
import { sessions } from '#app/people/schema.ts'
import { hashOf } from '#app/people/token.server.ts'

export type OwnSession = {
  handle: string
  device: string
  isShared: boolean
  createdAt: Date
  lastSeenAt: Date
  /** The one that asks. */
  isThis: boolean
}

/** One's own open sessions, the latest first. `token` is the asking one's, if any. */
export async function sessionsOf(person: Actor, token = '', now = new Date()): Promise<OwnSession[]> {
  const rows = await db
    .select()
    .from(sessions)
    .where(and(eq(sessions.personId, person.id), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
  return rows.map(({ id, handle, device, isShared, createdAt, lastSeenAt }) => ({
    handle,
    device,
    isShared,
    createdAt,
    lastSeenAt,
    isThis: id === hashOf(token),
  }))
}
