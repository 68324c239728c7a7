import type { Actor } from '#app/people/person.ts'

/** Who may decide about other people's exams. */
export function isManager(actor: Actor): boolean {
  return actor.role === 'manager' || actor.role === 'administrator'
}
