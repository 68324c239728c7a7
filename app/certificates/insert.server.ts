import { eq, sql } from 'drizzle-orm'
import { factsOf } from '#app/certificates/facts.ts'
import { newCode } from '#app/certificates/new-code.server.ts'
import { certificateCounters, certificates } from '#app/certificates/schema.ts'
import { editions } from '#app/courses/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import { changedInTx } from '#app/people/changed-in-tx.server.ts'
import { people } from '#app/people/schema.ts'
import { settingsOn } from '#app/web/settings.server.ts'

type NewCertificate = {
  personId: string
  editionId: string
  /** 1 for the first, 2 for its re-issue … */
  issue: number
  completedOn: Day
  issuedAt: Date
  /** What a re-issue prints instead of the account's name. */
  fullName?: string
  replacesId?: string
}

/** Inner step: numbers the paper, snapshots its facts from the settings of its day and keeps it. Returns its id and code. */
export async function insertCertificateInTx(
  tx: Transaction,
  paper: NewCertificate,
): Promise<{ id: string; code: string }> {
  const { personId, editionId, issue, completedOn, issuedAt, replacesId } = paper
  const issuedOn = dayOf(issuedAt)
  const settings = settingsOn(issuedOn)
  const issuer = settings.issuer.code
  const year = Number(issuedOn.slice(0, 4))
  const number = await nextNumberInTx(tx, issuer, year)
  const sheet = await sheetInTx(tx, editionId)
  const fullName = paper.fullName ?? (await nameInTx(tx, personId))
  const facts = factsOf({ fullName, sheet, settings, number, completedOn, issuedOn })
  const row = { code: newCode(), issuer, year, number, personId, editionId, issue, facts, issuedAt, replacesId }
  const [kept] = await tx.insert(certificates).values(row).returning({ id: certificates.id })
  if (!kept) throw new Error('the certificate was not kept')
  await changedInTx(tx, [personId])
  return { id: kept.id, code: row.code }
}

/**
 * The register's next number. The counter row moves in the same write as the paper, so a write that fails gives the
 * number back, and two at once wait for each other: no gaps, no number twice. Year and number are of Vietnam's calendar.
 */
async function nextNumberInTx(tx: Transaction, issuer: string, year: number): Promise<number> {
  const [counter] = await tx
    .insert(certificateCounters)
    .values({ issuer, year, last: 1 })
    .onConflictDoUpdate({
      target: [certificateCounters.issuer, certificateCounters.year],
      set: { last: sql`${certificateCounters.last} + 1` },
    })
    .returning({ last: certificateCounters.last })
  if (!counter) throw new Error('the register gave no number')
  return counter.last
}

async function sheetInTx(tx: Transaction, editionId: string) {
  const [edition] = await tx.select({ sheet: editions.sheet }).from(editions).where(eq(editions.id, editionId))
  if (!edition) throw new Error(`no edition ${editionId}`)
  return edition.sheet
}

async function nameInTx(tx: Transaction, personId: string) {
  const [person] = await tx.select({ fullName: people.fullName }).from(people).where(eq(people.id, personId))
  if (!person) throw new Error(`no person ${personId}`)
  return person.fullName
}
