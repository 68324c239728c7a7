import { hasPassed } from '#app/attempts/has-passed.server.ts'
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
  return progressIn(facts.sheet, work, await hasPassed(db, person.id, editionId), now)
}
