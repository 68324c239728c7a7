import type { Authority } from '#app/people/person.ts'
import { personById } from '#app/people/person-by-id.server.ts'
import { looksAfter } from '#app/units/sight/looks-after.server.ts'

/** A person of a unit that one looks after, without contacts. Null: not there, or not this actor's to see. */
export async function personSeen(manager: Authority, personId: string) {
  return (await looksAfter(manager, personId)) ? personById(manager, personId) : null
}
