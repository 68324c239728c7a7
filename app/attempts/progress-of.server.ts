import { and, eq } from 'drizzle-orm'
import { attempts } from '#app/attempts/schema.ts'
import { db } from '#app/db/db.server.ts'
import { type Progress, progressIn } from '#app/enrolments/completion.ts'
import { editionFacts } from '#app/enrolments/edition-facts.server.ts'
import { readWork } from '#app/enrolments/read-work.server.ts'
import type { Actor } from '#app/people/person.ts'

/** The asker's progress in an edition, lesson by lesson, and what is missing for completion. Null: no such edition. Three queries. */
export async function progressOf(person: Actor, editionId: string, now = new Date()): Promise<Progress | null> {
  const facts = await editionFacts(db, editionId)
  if (!facts) return null
  const work = await readWork(db, person.id, editionId)
  const [passed] = await db
    .select({ id: attempts.id })
    .from(attempts)
    .where(and(eq(attempts.personId, person.id), eq(attempts.editionId, editionId), eq(attempts.isPassed, true)))
    .limit(1)
  return progressIn(facts.sheet, work, passed !== undefined, now)
}
