import { db } from '#app/db/db.server.ts'
import { isOfPerson } from '#app/people/folded.server.ts'
import type { Actor } from '#app/people/person.ts'
import { shownExceptions } from '#app/requirements/exceptions/shown-exceptions.server.ts'
import { exceptions } from '#app/requirements/schema.ts'

/** For the download of one's own data: what was asked and decided of oneself, without the names of who decided. */
export async function exceptionsOfPerson(person: Actor) {
  const all = await shownExceptions(db, isOfPerson(exceptions.personId, person.id))
  return all.map(({ decidedBy, takenBackBy, personId, ...exception }) => exception)
}
