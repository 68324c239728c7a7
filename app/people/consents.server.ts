import { asc, eq } from 'drizzle-orm'
import { db, type Transaction, write } from '#app/db/db.server.ts'
import { consentTextVersion, type FormerPurpose, formerPurposes, type Purpose } from '#app/people/consent.ts'
import type { Actor } from '#app/people/person.ts'
import { consents } from '#app/people/schema.ts'

/**
 * Inner step: one row a purpose, given or refused, with the version of the text that was shown. Rows are never changed.
 * `assisted`: said to an administrator, who wrote it down.
 */
export async function noteConsents(
  tx: Transaction,
  personId: string,
  given: Partial<Record<Purpose | FormerPurpose, boolean>>,
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
export function consentsOf(person: Pick<Actor, 'id'>, reads: Pick<Transaction, 'select'> = db) {
  return reads
    .select()
    .from(consents)
    .where(eq(consents.personId, person.id))
    .orderBy(asc(consents.at), asc(consents.id))
}

/** What stands now: the last row of each purpose. Never asked counts as refused. */
export async function standingConsents(
  person: Pick<Actor, 'id'>,
  reads: Pick<Transaction, 'select'> = db,
): Promise<Partial<Record<Purpose | FormerPurpose, boolean>>> {
  return Object.fromEntries((await consentsOf(person, reads)).map((row) => [row.purpose, row.isGiven]))
}

/** Withdraws what was once agreed to and is not kept; nothing can be given here. Twice is once. */
export async function withdrawConsents(
  person: Actor,
  kept: Record<FormerPurpose, boolean>,
  now = new Date(),
): Promise<void> {
  const standing = await standingConsents(person)
  const withdrawn = formerPurposes.filter((purpose) => standing[purpose] === true && !kept[purpose])
  const rows = Object.fromEntries(withdrawn.map((purpose) => [purpose, false]))
  await write((tx) => noteConsents(tx, person.id, rows, now))
}
