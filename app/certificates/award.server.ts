import { and, desc, eq } from 'drizzle-orm'
import { insertCertificateInTx } from '#app/certificates/insert.server.ts'
import { certificates } from '#app/certificates/schema.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'

type Award = { personId: string; editionId: string; at: Date }

/**
 * Inner step of the write that passes the exam: the certificate of this person for this edition, once for ever,
 * dated and numbered at `at`. A second call finds the first paper, whatever became of it, and does nothing.
 */
export async function awardInTx(tx: Transaction, award: Award): Promise<void> {
  if ((await lastIssueInTx(tx, award)) === 0) await insertInTx(tx, award, 1)
}

/**
 * Inner step of the write that ends a renewal: one more certificate of the same edition, with a number of its own. The
 * papers before it stay what they were.
 */
export async function awardAgainInTx(tx: Transaction, award: Award): Promise<void> {
  await insertInTx(tx, award, (await lastIssueInTx(tx, award)) + 1)
}

/** The newest issue of a person's papers of an edition; 0: there is none. */
export async function lastIssueInTx(
  tx: Transaction,
  { personId, editionId }: Pick<Award, 'personId' | 'editionId'>,
): Promise<number> {
  const [last] = await tx
    .select({ issue: certificates.issue })
    .from(certificates)
    .where(and(eq(certificates.personId, personId), eq(certificates.editionId, editionId)))
    .orderBy(desc(certificates.issue))
    .limit(1)
  return last?.issue ?? 0
}

async function insertInTx(tx: Transaction, { personId, editionId, at }: Award, issue: number) {
  await insertCertificateInTx(tx, { personId, editionId, issue, completedOn: dayOf(at), issuedAt: at })
}
