import { eq } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { stateOf } from '#app/certificates/certificate.ts'
import { certificates } from '#app/certificates/schema.ts'
import { write } from '#app/db/db.server.ts'
import { changedInTx } from '#app/people/changed-in-tx.server.ts'
import type { Actor } from '#app/people/person.ts'

/** `replaced`: the paper already counts no more; revoke the one that took its place. */
export type Revocation = { revokedAt: Date } | { refused: 'reason' | 'replaced' }

const reasonLimit = 1000

/** Takes a paper back for good; its number is never used again. Only administrators, only with a reason. Twice is once. */
export async function revoke(administrator: Actor, certificateId: string, reason: string): Promise<Revocation | null> {
  if (administrator.role !== 'administrator') return null
  const why = reason.normalize('NFC').trim()
  if (why === '' || why.length > reasonLimit) return { refused: 'reason' }

  return write(async (tx) => {
    const [paper] = await tx.select().from(certificates).where(eq(certificates.id, certificateId))
    if (!paper) return null
    if (paper.revokedAt) return { revokedAt: paper.revokedAt }
    const before = stateOf(paper)
    if (before === 'replaced') return { refused: 'replaced' }

    const revokedAt = new Date()
    await tx
      .update(certificates)
      .set({ revokedAt, revokedBy: administrator.id, revocationReason: why })
      .where(eq(certificates.id, paper.id))
    await changedInTx(tx, [paper.personId])
    await auditInTx(tx, administrator.id, {
      verb: 'certificates.revoke',
      subjectKind: 'certificate',
      subjectId: paper.id,
      before: { code: paper.code, state: before },
      after: { code: paper.code, state: 'revoked' },
      reason: why,
    })
    return { revokedAt }
  })
}
