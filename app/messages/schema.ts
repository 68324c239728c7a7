import { flag, id, index, instant, int, primaryKey, table, text, uniqueIndex } from '#app/db/columns.ts'

import { channels, messageKinds } from '#app/messages/message.ts'

/** Written in the same write as the fact it tells; delivered afterwards by the one process that holds the lease. */
export const outbox = table(
  'outbox',
  {
    id: id(),
    toPersonId: text(),
    /** By letter, or through the gateway of the province's own SMS or Zalo service. */
    channel: text({ enum: channels }).notNull().default('email'),
    /** What it tells of; an account's own matters are sent at any hour. */
    kind: text({ enum: messageKinds }).notNull().default('account'),
    /** Says what it tells, once: a second message with the same key is not made. */
    key: text(),
    address: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    createdAt: instant().notNull(),
    sendAfter: instant().notNull(),
    tries: int().notNull(),
    /** Set before each try: with no outcome beside it, the process ended between sending and noting it. */
    triedAt: instant(),
    sentAt: instant(),
    /** Set when no more tries are made. */
    failedAt: instant(),
    lastProblem: text(),
    /** What the gateway calls it. */
    deliveryId: text(),
  },
  (message) => [
    index('outbox_by_due').on(message.sentAt, message.failedAt, message.sendAfter),
    index('outbox_by_person').on(message.toPersonId, message.createdAt),
    uniqueIndex('outbox_once').on(message.key),
  ],
)

/** Told on the pages of whoever it is for, whether anything else reaches them or not. */
export const notices = table(
  'notices',
  {
    id: id(),
    personId: text().notNull(),
    kind: text({ enum: messageKinds }).notNull(),
    /** As of the outbox. */
    key: text().notNull(),
    subject: text().notNull(),
    body: text().notNull(),
    /** Where on this site it is about. */
    path: text(),
    createdAt: instant().notNull(),
    readAt: instant(),
  },
  (notice) => [
    uniqueIndex('notices_once').on(notice.key),
    index('notices_by_person').on(notice.personId, notice.readAt, notice.createdAt),
  ],
)

/** What somebody does not want by which way; no row: sent. */
export const messageRefusals = table(
  'message_refusals',
  {
    personId: text().notNull(),
    channel: text({ enum: channels }).notNull(),
    at: instant().notNull(),
    /** By hand on the page, or by the address at the foot of a letter. */
    isFromLetter: flag().notNull(),
  },
  (refusal) => [primaryKey({ columns: [refusal.personId, refusal.channel] })],
)

/** A calendar of one's own due days at an address that only its holder knows: the hash of the secret. */
export const calendarFeeds = table(
  'calendar_feeds',
  { personId: text().primaryKey(), secretHash: text().notNull(), madeAt: instant().notNull() },
  (feed) => [uniqueIndex('calendar_feeds_by_secret').on(feed.secretHash)],
)

export const leases = table('leases', {
  name: text().primaryKey(),
  holder: text().notNull(),
  until: instant().notNull(),
})
