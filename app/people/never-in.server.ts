import { and, eq, isNull } from 'drizzle-orm'
import { people } from '#app/people/schema.ts'

/**
 * Who has no password yet, and may be handed a first code by whoever acts for their unit. Learners alone: who holds an
 * office gets a code from an administrator who knows them.
 */
export const neverIn = and(isNull(people.passwordHash), isNull(people.closedAt), eq(people.role, 'learner'))
