import { flag, id, index, instant, int, table, text, uniqueIndex } from '#app/db/columns.ts'

export const people = table(
  'people',
  {
    id: id(),
    /** Lower-case ASCII, made from the name at sign-up or given by an agency. */
    username: text().notNull(),
    fullName: text().notNull(),
    /** Orders people as Vietnamese lists do: by tên, then họ, then chữ đệm (people/name.ts). */
    sortKey: text().notNull(),
    /** The name without tone marks, for search. */
    folded: text().notNull(),
    email: text(),
    /** E.164. A contact, not an identity: families share one. */
    phone: text(),
    passwordHash: text(),
    role: text({ enum: ['learner', 'trainer', 'manager', 'administrator'] }).notNull(),
    birthYear: int(),
    /** vi or en. */
    language: text({ enum: ['vi', 'en'] }).notNull(),
    /** Who agreed for a child under 16 (full name), as domain.md 1.2 asks. */
    guardianName: text(),
    createdAt: instant().notNull(),
    /** A closed account keeps its id and what the law keeps; name, contacts and password are gone. */
    closedAt: instant(),
  },
  (person) => [
    uniqueIndex('people_by_username').on(person.username),
    index('people_by_email').on(person.email),
    index('people_by_phone').on(person.phone),
    index('people_by_sort_key').on(person.sortKey, person.id),
  ],
)

export const sessions = table(
  'sessions',
  {
    /** SHA-256 of the cookie's token, hex. */
    id: text().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    /** Shown in the list of sessions; ends one without telling the token's hash. */
    handle: text().notNull(),
    device: text().notNull(),
    isShared: flag().notNull(),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (session) => [index('sessions_by_person').on(session.personId), uniqueIndex('sessions_by_handle').on(session.handle)],
)

/** Failures per account name tried, known or not: a lockout grows with them and never touches an address. */
export const signInFailures = table('sign_in_failures', {
  account: text().primaryKey(),
  failures: int().notNull(),
  lastAt: instant().notNull(),
  lockedUntil: instant(),
})

/** One-time codes: a password reset, or the first administrator's link. Only the hash is kept. */
export const oneTimeCodes = table(
  'one_time_codes',
  {
    id: id(),
    personId: text().references(() => people.id),
    purpose: text({ enum: ['reset', 'first-administrator'] }).notNull(),
    codeHash: text().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (code) => [
    uniqueIndex('one_time_codes_by_hash').on(code.codeHash),
    index('one_time_codes_by_person').on(code.personId),
  ],
)

/** Append only: what was agreed or refused, to which text, when and how. */
export const consents = table(
  'consents',
  {
    id: id(),
    personId: text()
      .notNull()
      .references(() => people.id),
    purpose: text().notNull(),
    textVersion: text().notNull(),
    isGiven: flag().notNull(),
    channel: text({ enum: ['web', 'paper', 'assisted'] }).notNull(),
    at: instant().notNull(),
  },
  (consent) => [index('consents_by_person').on(consent.personId, consent.purpose)],
)
