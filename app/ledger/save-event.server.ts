import { sql } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'
import type { LearningEvent } from '#app/ledger/event.ts'
import { events } from '#app/ledger/schema.ts'

/** Writes an event down. False: one with this id of this person stands already, and stays as it is. */
export async function saveEvent(
  tx: Transaction,
  personId: string,
  event: LearningEvent,
  receivedAt: Date,
): Promise<boolean> {
  const rows = await insertEvent(tx, {
    personId,
    id: event.id,
    editionId: event.edition,
    kind: event.kind,
    content: event,
    happenedAt: storable(new Date(event.at)),
    receivedAt,
  })
  return rows.length > 0
}

const insertEvent = statement((tx) =>
  tx
    .insert(events)
    .values({
      personId: sql.placeholder('personId'),
      id: sql.placeholder('id'),
      editionId: sql.placeholder('editionId'),
      kind: sql.placeholder('kind'),
      content: sql.placeholder('content'),
      happenedAt: sql.placeholder('happenedAt'),
      receivedAt: sql.placeholder('receivedAt'),
    })
    .onConflictDoNothing()
    .returning({ id: events.id }),
)

const earliest = Date.parse('1970-01-01T00:00:00Z')
const latest = Date.parse('2999-12-31T23:59:59Z')

/** A device may believe it is the year 0 or 9999; the column holds what both engines can, the content what was said. */
function storable(moment: Date): Date {
  return new Date(Math.min(latest, Math.max(earliest, moment.getTime())))
}
