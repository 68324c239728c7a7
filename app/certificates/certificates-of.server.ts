import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { type CertificateFacts, type CertificateState, stateOf } from '#app/certificates/certificate.ts'
import { certificates } from '#app/certificates/schema.ts'
import { db, type Transaction } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'
import { isOfPerson } from '#app/people/folded.server.ts'
import type { Actor } from '#app/people/person.ts'

export type HeldCertificate = {
  code: string
  editionId: string
  state: CertificateState
  facts: CertificateFacts
  issuedAt: Date
}

/** A person's own papers, of accounts that were folded into theirs too, newest first, without those that a later one replaced. Null: not yours to see. */
export async function certificatesOf(viewer: Actor, personId: string): Promise<HeldCertificate[] | null> {
  if (!maySee(viewer, personId)) return null
  return (await readHeld(db, { personId })).map(heldOf)
}

const readHeld = statement((reads: Pick<Transaction, 'select'>) =>
  reads
    .select()
    .from(certificates)
    .where(and(isOfPerson(certificates.personId, sql.placeholder('personId'), reads), isNull(certificates.replacedAt)))
    .orderBy(desc(certificates.issuedAt), desc(certificates.id)),
)

/** The newest paper of a person for an edition, revoked or not. Null: none, or not yours to see. */
export async function certificateOf(
  viewer: Actor,
  personId: string,
  editionId: string,
): Promise<HeldCertificate | null> {
  if (!maySee(viewer, personId)) return null
  const [newest] = await db
    .select()
    .from(certificates)
    .where(and(isOfPerson(certificates.personId, personId), eq(certificates.editionId, editionId)))
    .orderBy(desc(certificates.issue), desc(certificates.issuedAt))
    .limit(1)
  return newest ? heldOf(newest) : null
}

function maySee(viewer: Actor, personId: string) {
  return viewer.id === personId || viewer.role === 'administrator'
}

function heldOf(row: typeof certificates.$inferSelect): HeldCertificate {
  return { code: row.code, editionId: row.editionId, state: stateOf(row), facts: row.facts, issuedAt: row.issuedAt }
}
