import { sql } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'
import { idleLimitMs } from '#app/people/idle.ts'
import type { Actor } from '#app/people/person.ts'
import { sessions } from '#app/people/schema.ts'
import { hashOf, newToken } from '#app/people/token.server.ts'

export type Where = {
  /** As deviceOf tells it. */
  device: string
  isShared: boolean
}

/** Inner step of signing in: the token for the cookie. */
export async function openSession(
  tx: Transaction,
  person: Actor,
  { device, isShared }: Where,
  now: Date,
): Promise<string> {
  const token = newToken()
  await insertSession(tx, {
    id: hashOf(token),
    personId: person.id,
    handle: newToken().slice(0, 16),
    device: device.slice(0, 120),
    isShared,
    createdAt: now,
    lastSeenAt: now,
    expiresAt: new Date(now.getTime() + idleLimitMs(person.role, isShared)),
  })
  return token
}

const insertSession = statement((tx) =>
  tx.insert(sessions).values({
    id: sql.placeholder('id'),
    personId: sql.placeholder('personId'),
    handle: sql.placeholder('handle'),
    device: sql.placeholder('device'),
    isShared: sql.placeholder('isShared'),
    createdAt: sql.placeholder('createdAt'),
    lastSeenAt: sql.placeholder('lastSeenAt'),
    expiresAt: sql.placeholder('expiresAt'),
  }),
)
