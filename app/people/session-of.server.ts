import { and, eq, isNull, sql } from 'drizzle-orm'
import { db, write } from '#app/db/db.server.ts'
import { idleLimitMs, signOfLifeMs } from '#app/people/idle.ts'
import type { SignedIn } from '#app/people/person.ts'
import { people, sessions } from '#app/people/schema.ts'
import { hashOf } from '#app/people/token.server.ts'

/** Prepared once: this is asked for every personal request. */
const behindToken = db
  .select({
    id: people.id,
    role: people.role,
    username: people.username,
    fullName: people.fullName,
    language: people.language,
    isShared: sessions.isShared,
    lastSeenAt: sessions.lastSeenAt,
    expiresAt: sessions.expiresAt,
  })
  .from(sessions)
  .innerJoin(people, eq(people.id, sessions.personId))
  .where(and(eq(sessions.id, sql.placeholder('id')), isNull(people.closedAt)))
  .prepare()

/** Who holds this token; one query. Null: nobody, or not any more. A sign of life is written beside it, now and then. */
export async function sessionOf(token: string, now = new Date()): Promise<SignedIn | null> {
  if (token.length !== 43) return null
  const id = hashOf(token)
  const [row] = await behindToken.execute({ id })
  if (!row || row.expiresAt <= now) return null
  const { lastSeenAt, expiresAt, ...person } = row
  const limitMs = idleLimitMs(row.role, row.isShared)
  if (now.getTime() - lastSeenAt.getTime() >= signOfLifeMs(limitMs)) void noteSignOfLife(id, limitMs, now)
  return person
}

const noting = new Set<string>()

/** Nobody waits for it: a page is read even while the database cannot be written, and the next request tries again. */
async function noteSignOfLife(id: string, limitMs: number, now: Date): Promise<void> {
  if (noting.has(id)) return
  noting.add(id)
  const life = { lastSeenAt: now, expiresAt: new Date(now.getTime() + limitMs) }
  try {
    await write((tx) => tx.update(sessions).set(life).where(eq(sessions.id, id)))
  } catch {
    // tried again by the next request
  } finally {
    noting.delete(id)
  }
}
