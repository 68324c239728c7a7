import type { AttemptLine } from '#app/attempts/attempt-line.server.ts'
import { attemptsAt } from '#app/attempts/earlier.server.ts'
import { db } from '#app/db/db.server.ts'
import type { Actor } from '#app/people/person.ts'

/** The asker's own attempts at one exam of an edition, first to last. One query. */
export async function attemptsOf(person: Actor, editionId: string, exam: string): Promise<AttemptLine[]> {
  return attemptsAt(db, person.id, editionId, exam)
}
