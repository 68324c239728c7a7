import { and, desc, eq } from 'drizzle-orm'
import { type CertificateFacts, type CertificateState, stateOf } from '#app/certificates/certificate.ts'
import { codeFrom } from '#app/certificates/code.ts'
import { certificates } from '#app/certificates/schema.ts'
import { db } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'

export type Verdict = {
  /** As printed: BS-XXXX-XXXX. */
  code: string
  state: CertificateState
  /** What the paper says and nothing else: no ids, no reason, no account. */
  facts: CertificateFacts
  /** The newest paper of the same person and edition. */
  replacedBy?: string
  revokedOn?: Day
}

/** What a stranger learns from a code, however it was typed. Null: nothing was ever issued under it. */
export async function verify(typed: string): Promise<Verdict | null> {
  const code = codeFrom(typed)
  if (!code) return null
  const [paper] = await db.select().from(certificates).where(eq(certificates.code, code))
  if (!paper) return null

  const state = stateOf(paper)
  return {
    code,
    state,
    facts: paper.facts,
    ...(state === 'replaced' ? { replacedBy: await newestCode(paper) } : {}),
    ...(paper.revokedAt ? { revokedOn: dayOf(paper.revokedAt) } : {}),
  }
}

async function newestCode({ personId, editionId, code }: { personId: string; editionId: string; code: string }) {
  const [newest] = await db
    .select({ code: certificates.code })
    .from(certificates)
    .where(and(eq(certificates.personId, personId), eq(certificates.editionId, editionId)))
    .orderBy(desc(certificates.issue))
    .limit(1)
  return newest?.code ?? code
}
