import { eq } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { lastIssueInTx } from '#app/certificates/award.server.ts'
import { stateOf } from '#app/certificates/certificate.ts'
import { insertCertificateInTx } from '#app/certificates/insert.server.ts'
import { certificates } from '#app/certificates/schema.ts'
import { type Transaction, write } from '#app/db/db.server.ts'
import { nameProblem, tidyName } from '#app/people/name.ts'
import type { Actor } from '#app/people/person.ts'

/** `replaced`: another name was put right on it since; mend the newest one. `revoked`: a paper that was taken back stays so. */
export type Reissue = { code: string } | { refused: 'name' | 'reason' | 'replaced' | 'revoked' }

const reasonLimit = 1000

/**
 * A new paper with the right name for the same person and edition, numbered and dated today; the old one refers to it.
 * The day of completion stays. Only administrators, only with a reason. The same name twice gives the same paper.
 */
export async function reissue(
  administrator: Actor,
  certificateId: string,
  correction: { fullName: string; reason: string },
): Promise<Reissue | null> {
  if (administrator.role !== 'administrator') return null
  const fullName = tidyName(correction.fullName)
  const reason = correction.reason.normalize('NFC').trim()
  if (nameProblem(fullName)) return { refused: 'name' }
  if (reason === '' || reason.length > reasonLimit) return { refused: 'reason' }

  return write(async (tx) => {
    const [old] = await tx.select().from(certificates).where(eq(certificates.id, certificateId))
    if (!old) return null
    const state = stateOf(old)
    if (state === 'revoked') return { refused: 'revoked' }
    if (state === 'replaced') return earlierReissue(tx, old.id, fullName)

    const issuedAt = new Date()
    const { personId, editionId } = old
    const paper = { personId, editionId, issue: (await lastIssueInTx(tx, old)) + 1, completedOn: old.facts.completedOn }
    const made = await insertCertificateInTx(tx, { ...paper, issuedAt, fullName, replacesId: old.id })
    await tx.update(certificates).set({ replacedAt: issuedAt }).where(eq(certificates.id, old.id))
    await auditInTx(tx, administrator.id, {
      verb: 'certificates.reissue',
      subjectKind: 'certificate',
      subjectId: old.id,
      before: { code: old.code, serial: old.facts.serial },
      after: { code: made.code, id: made.id },
      reason,
    })
    return { code: made.code }
  })
}

async function earlierReissue(tx: Transaction, oldId: string, fullName: string): Promise<Reissue> {
  const [next] = await tx.select().from(certificates).where(eq(certificates.replacesId, oldId))
  return next?.facts.fullName === fullName ? { code: next.code } : { refused: 'replaced' }
}
