import { and, eq } from 'drizzle-orm'
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
  /** The paper that was issued anew for it, the last of them. */
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

/** Each paper was replaced by at most one; a certificate of the next time is not a re-issue. */
async function newestCode({ personId, editionId, id, code }: typeof certificates.$inferSelect): Promise<string> {
  const papers = await db
    .select({ id: certificates.id, code: certificates.code, replacesId: certificates.replacesId })
    .from(certificates)
    .where(and(eq(certificates.personId, personId), eq(certificates.editionId, editionId)))
  const next = new Map(papers.map((paper) => [paper.replacesId, paper]))
  let newest = { id, code }
  for (let later = next.get(id); later; later = next.get(later.id)) newest = later
  return newest.code
}
