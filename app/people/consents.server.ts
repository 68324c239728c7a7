import { asc, eq } from 'drizzle-orm'
import { db, type Transaction, write } from '#app/db/db.server.ts'
import { consentTextVersion, type OptionalPurpose, optionalPurposes, type Purpose } from '#app/people/consent.ts'
import type { Actor } from '#app/people/person.ts'
import { consents } from '#app/people/schema.ts'

/**
 * Inner step: one row a purpose, given or refused, with the version of the text that was shown. Rows are never changed.
 * `assisted`: said to an administrator, who wrote it down.
 */
export async function noteConsents(
  tx: Transaction,
  personId: string,
  given: Partial<Record<Purpose, boolean>>,
  at: Date,
  channel: 'web' | 'assisted' = 'web',
) {
  const rows = Object.entries(given).map(([purpose, isGiven]) => ({
    personId,
    purpose,
    textVersion: consentTextVersion,
    isGiven,
    channel,
    at,
  }))
  if (rows.length > 0) await tx.insert(consents).values(rows)
}

/** One's own ledger, oldest first. */
export function consentsOf(person: Pick<Actor, 'id'>) {
  return db.select().from(consents).where(eq(consents.personId, person.id)).orderBy(asc(consents.at), asc(consents.id))
}

/** What stands now: the last row of each purpose. Never asked counts as refused. */
export async function standingConsents(person: Pick<Actor, 'id'>): Promise<Partial<Record<Purpose, boolean>>> {
  return Object.fromEntries((await consentsOf(person)).map((row) => [row.purpose, row.isGiven]))
}

/** Gives or withdraws the optional ones; a row only for what changed. */
export async function changeConsents(
  person: Actor,
  wished: Record<OptionalPurpose, boolean>,
  now = new Date(),
): Promise<void> {
  const standing = await standingConsents(person)
  const changed = optionalPurposes.filter((purpose) => wished[purpose] !== (standing[purpose] ?? false))
  const rows = Object.fromEntries(changed.map((purpose) => [purpose, wished[purpose]]))
  await write((tx) => noteConsents(tx, person.id, rows, now))
}
