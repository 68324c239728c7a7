import { index, instant, json, primaryKey, table, text } from '#app/db/columns.ts'
import type { LearningEvent } from '#app/ledger/event.ts'

/** Everything a learner did, once each, whatever order it came in. Ids are made where it happened. */
export const events = table(
  'events',
  {
    personId: text().notNull(),
    id: text().notNull(),
    editionId: text().notNull(),
    kind: text().notNull(),
    content: json<LearningEvent>().notNull(),
    /** The device's clock; what the server trusts is receivedAt. */
    happenedAt: instant().notNull(),
    receivedAt: instant().notNull(),
  },
  (event) => [
    primaryKey({ columns: [event.personId, event.id] }),
    index('events_by_edition').on(event.personId, event.editionId),
  ],
)
