import { eq } from 'drizzle-orm'
import { auditLinesAbout } from '#app/audit/lines-about.server.ts'
import { codeFrom } from '#app/certificates/code.ts'
import { certificates } from '#app/certificates/schema.ts'
import { db } from '#app/db/db.server.ts'
import type { Actor } from '#app/people/person.ts'

export type CertificateRecord = { id: string; deeds: Array<{ at: Date; verb: string; reason: string }> }

/** What only administrators see behind a code: its id, and what was done to it and why. */
export async function recordBehind(administrator: Actor, typed: string): Promise<CertificateRecord | null> {
  const code = codeFrom(typed)
  if (administrator.role !== 'administrator' || !code) return null
  const [paper] = await db.select({ id: certificates.id }).from(certificates).where(eq(certificates.code, code))
  if (!paper) return null
  const lines = await auditLinesAbout('certificate', paper.id)
  return { id: paper.id, deeds: lines.map(({ at, verb, reason }) => ({ at, verb, reason: reason ?? '' })) }
}
