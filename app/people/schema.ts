import { flag, id, index, instant, int, json, primaryKey, table, text, uniqueIndex } from '#app/db/columns.ts'

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
    /**
     * A closed account keeps its id and what the law keeps; name, contacts and password are gone. An account that was
     * folded into another (aliases) is closed too, and keeps all of them while it may be given back.
     */
    closedAt: instant(),
  },
  (person) => [
    uniqueIndex('people_by_username').on(person.username),
    index('people_by_email').on(person.email),
    index('people_by_phone').on(person.phone),
    // With the names, so that whoever looks for one that many have need not open each row on the way.
    index('people_by_sort_key').on(person.sortKey, person.id, person.folded, person.username),
    index('people_by_folded').on(person.folded, person.birthYear),
  ],
)

/**
 * A projection of people: what each is found by. The name without tone marks from each of its words to its end, and the
 * user name: whatever somebody types is the beginning of one of these. Kept by insert-people-in-tx and rename-in-tx.
 * In SQLite the rows stand in the key itself (WITHOUT ROWID), and person_id refers to nobody: a list of 50,000 people has
 * 220,000 of these.
 */
export const nameBeginnings = table(
  'name_beginnings',
  {
    /** Ordered by its bytes on both engines, so that all that begin alike stand together. */
    text: text().notNull(),
    sortKey: text().notNull(),
    personId: text().notNull(),
  },
  (row) => [primaryKey({ columns: [row.text, row.personId, row.sortKey] })],
)

/** Số định danh cá nhân, never in clear: to be found by, and to be read by the few who may (identity-cipher.server.ts). */
export const identityNumbers = table(
  'identity_numbers',
  {
    personId: text()
      .primaryKey()
      .references(() => people.id),
    /** HMAC-SHA-256, hex. */
    hash: text().notNull(),
    /** AES-256-GCM, bound to the hash, base64url. */
    ciphertext: text().notNull(),
    /** Tells by which keys: the rows of one database have the same. */
    keyId: text().notNull(),
    setAt: instant().notNull(),
  },
  (number) => [uniqueIndex('identity_numbers_by_hash').on(number.hash)],
)

/** Somebody was said to have a number that stands with another person already: certainly a duplicate, or an error. */
export const identityClaims = table(
  'identity_claims',
  {
    personId: text()
      .notNull()
      .references(() => people.id),
    hash: text().notNull(),
    at: instant().notNull(),
  },
  (claim) => [
    primaryKey({ columns: [claim.personId, claim.hash] }),
    index('identity_claims_by_hash').on(claim.hash, claim.personId),
  ],
)

/** Append only but for its undoing: two accounts of one person became one. */
export const merges = table(
  'merges',
  {
    id: id(),
    keptId: text()
      .notNull()
      .references(() => people.id),
    foldedId: text()
      .notNull()
      .references(() => people.id),
    reason: text().notNull(),
    at: instant().notNull(),
    /** Null: the command line. */
    madeBy: text(),
    /** What was moved, as it was and as it became, so that it can be given back. */
    moved: json<unknown>().notNull(),
    undoneAt: instant(),
    undoneBy: text(),
    undoReason: text(),
  },
  (merge) => [index('merges_by_kept').on(merge.keptId), index('merges_by_folded').on(merge.foldedId)],
)

/** The merges that stand: an account that leads to another. Never a chain: the kept one is no alias itself. */
export const aliases = table(
  'aliases',
  {
    personId: text()
      .primaryKey()
      .references(() => people.id),
    keptId: text()
      .notNull()
      .references(() => people.id),
    mergeId: text()
      .notNull()
      .references(() => merges.id),
  },
  (alias) => [index('aliases_by_kept').on(alias.keptId, alias.personId)],
)

/** Two people who look alike and are not the same: somebody has looked. The lesser id first. */
export const keptApart = table(
  'kept_apart',
  {
    oneId: text()
      .notNull()
      .references(() => people.id),
    otherId: text()
      .notNull()
      .references(() => people.id),
    reason: text().notNull(),
    at: instant().notNull(),
    decidedBy: text(),
  },
  (pair) => [primaryKey({ columns: [pair.oneId, pair.otherId] }), index('kept_apart_by_other').on(pair.otherId)],
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

/**
 * People whose facts changed since whoever keeps projections of them looked last: their places, courses completed,
 * certificates. `*`: the tree itself. Kept by changed-in-tx; taken by the keeper of standings.
 */
export const changedPeople = table('changed_people', { personId: text().primaryKey(), at: instant().notNull() })
