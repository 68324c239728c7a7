import { asc, eq } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { events } from '#app/ledger/schema.ts'
import type { Actor } from '#app/people/person.ts'

/** Everything one did, as it was recorded, for the download of one's own data. */
export function eventsOfPerson(person: Actor) {
  return db
    .select({
      editionId: events.editionId,
      kind: events.kind,
      content: events.content,
      happenedAt: events.happenedAt,
      receivedAt: events.receivedAt,
    })
    .from(events)
    .where(eq(events.personId, person.id))
    .orderBy(asc(events.receivedAt), asc(events.id))
}
