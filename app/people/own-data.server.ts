import { eq } from 'drizzle-orm'
import { auditLinesAbout } from '#app/audit/lines-about.server.ts'
import { db } from '#app/db/db.server.ts'
import { messagesOfPerson, noticesAndWishesOf } from '#app/messages/of-person.server.ts'
import { consentsOf } from '#app/people/consents.server.ts'
import { identityNumberOf } from '#app/people/identity-number-of.server.ts'
import type { Actor } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { sessionsOf } from '#app/people/sessions-of.server.ts'

/** All that these rooms hold about oneself, but secrets: the hash of the password and of tokens stay here. */
export async function profileOfPerson(person: Actor) {
  const [row] = await db.select().from(people).where(eq(people.id, person.id))
  if (!row) return null
  const { passwordHash, sortKey, folded, closedAt, ...profile } = row
  const lines = await auditLinesAbout('person', person.id)
  return {
    profile: { ...profile, hasPassword: passwordHash !== null },
    identityNumber: await identityNumberOf(person.id),
    sessions: (await sessionsOf(person)).map(({ isThis, handle, ...session }) => session),
    consents: (await consentsOf(person)).map(({ id, personId, ...consent }) => consent),
    messages: await messagesOfPerson(person),
    ...(await noticesAndWishesOf(person)),
    changes: lines.map(({ at, verb, before, after, reason }) => ({ at, verb, before, after, reason })),
  }
}
