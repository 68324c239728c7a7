import { id, index, instant, int, table, text } from '#app/db/columns.ts'

/** Written in the same write as the fact it tells; delivered afterwards by the one process that holds the lease. */
export const outbox = table(
  'outbox',
  {
    id: id(),
    toPersonId: text(),
    address: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    createdAt: instant().notNull(),
    sendAfter: instant().notNull(),
    tries: int().notNull(),
    sentAt: instant(),
    /** Set when no more tries are made. */
    failedAt: instant(),
    lastProblem: text(),
  },
  (message) => [index('outbox_by_due').on(message.sentAt, message.failedAt, message.sendAfter)],
)

export const leases = table('leases', {
  name: text().primaryKey(),
  holder: text().notNull(),
  until: instant().notNull(),
})
