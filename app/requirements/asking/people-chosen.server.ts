import { db } from '#app/db/db.server.ts'
import type { Authority } from '#app/people/person.ts'
import { mostNamed } from '#app/requirements/asking/form-values.ts'
import { type NamedPerson, peopleActedFor } from '#app/requirements/asking/people-acted-for.server.ts'

/** Of the people whom an address names, those whom a requirement of this actor's may name. Two queries, none for nobody. */
export function peopleChosen(who: Authority, personIds: readonly string[], now = new Date()): Promise<NamedPerson[]> {
  return peopleActedFor(db, who, personIds.slice(0, mostNamed), now)
}
