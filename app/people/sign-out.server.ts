import { and, eq } from 'drizzle-orm'
import { write } from '#app/db/db.server.ts'
import type { Actor } from '#app/people/person.ts'
import { sessions } from '#app/people/schema.ts'
import { hashOf } from '#app/people/token.server.ts'

/** Ends the session behind a token: "Thoát", and "Không phải tôi" too. Harmless twice. */
export async function signOut(token: string): Promise<void> {
  await write((tx) => tx.delete(sessions).where(eq(sessions.id, hashOf(token))))
}

/** Ends one of one's own sessions by its handle. Null: no such session, or not one's own. */
export async function endSession(person: Actor, handle: string): Promise<true | null> {
  const ended = await write((tx) =>
    tx
      .delete(sessions)
      .where(and(eq(sessions.handle, handle), eq(sessions.personId, person.id)))
      .returning({ id: sessions.id }),
  )
  return ended.length > 0 ? true : null
}
