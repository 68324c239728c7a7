import { eq } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Authority } from '#app/people/person.ts'
import { creditsSeen } from '#app/requirements/hours/credits-seen.server.ts'
import { evidencePath } from '#app/requirements/hours/evidence-file.server.ts'
import { keptPerson } from '#app/requirements/hours/kept-person.server.ts'
import { credits } from '#app/requirements/schema.ts'

export type Evidence = { path: string; name: string; type: string; bytes: number }

/** The evidence of a credit, for the person and for who looks after them, as far back as they see of them. Null: not there, gone, or not yours to see. */
export async function evidenceOf(viewer: Authority, creditId: string, now = new Date()): Promise<Evidence | null> {
  const [credit] = await db.select().from(credits).where(eq(credits.id, creditId))
  if (!credit || credit.evidenceBytes === 0) return null
  const isSeen = await creditsSeen(viewer, await keptPerson(credit.personId), now)
  if (!isSeen?.(credit)) return null
  return {
    path: evidencePath(credit.evidenceHash),
    name: credit.evidenceName,
    type: credit.evidenceType,
    bytes: credit.evidenceBytes,
  }
}
