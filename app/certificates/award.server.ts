import { and, eq } from 'drizzle-orm'
import { insertCertificateInTx } from '#app/certificates/insert.server.ts'
import { certificates } from '#app/certificates/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'

/**
 * Inner step of the write that passes the exam: the certificate of this person for this edition, once for ever,
 * dated and numbered at `at`. A second call finds the first paper, whatever became of it, and does nothing.
 */
export async function awardInTx(
  tx: Transaction,
  award: { personId: string; editionId: string; at: Date },
): Promise<void> {
  const { personId, editionId, at } = award
  const [earlier] = await tx
    .select({ id: certificates.id })
    .from(certificates)
    .where(and(eq(certificates.personId, personId), eq(certificates.editionId, editionId)))
    .limit(1)
  if (earlier) return

  await insertCertificateInTx(tx, { personId, editionId, issue: 1, completedOn: dayOf(at), issuedAt: at })
}
