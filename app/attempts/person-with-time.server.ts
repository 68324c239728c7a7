import { aliasedTable, and, eq, isNull, sql } from 'drizzle-orm'
import { timeAllowances } from '#app/attempts/schema.ts'
import { db } from '#app/db/db.server.ts'
import type { Authority, Role } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { recordSeen } from '#app/units/sight/looks-after.server.ts'

/** `by`: a name, '' for who closed their account since, null for the command line. */
export type MoreTimeGiven = { extraPercent: number; reason: string; at: Date; by: string | null }

export type PersonWithTime = {
  id: string
  username: string
  fullName: string
  role: Role
  birthYear: number | null
  moreTime: MoreTimeGiven | null
}

const granters = aliasedTable(people, 'granters')
/** Not a second join of people: drizzle's types know a table by its own name alone. */
const granter = db
  .select({ fullName: granters.fullName })
  .from(granters)
  .where(eq(granters.id, timeAllowances.grantedBy))

/** Whom one looks after, with their extra time in exams and who gave it. One query. Null: not there, or not this actor's to see. */
export async function personWithTime(manager: Authority, personId: string): Promise<PersonWithTime | null> {
  if (!(await recordSeen(manager, personId))) return null
  const [row] = await db
    .select({
      person: {
        id: people.id,
        username: people.username,
        fullName: people.fullName,
        role: people.role,
        birthYear: people.birthYear,
      },
      given: { extraPercent: timeAllowances.extraPercent, reason: timeAllowances.reason, at: timeAllowances.at },
      by: sql<string | null>`(${granter})`,
    })
    .from(people)
    .leftJoin(timeAllowances, eq(timeAllowances.personId, people.id))
    .where(and(eq(people.id, personId), isNull(people.closedAt)))
  if (!row) return null
  const { person, given, by } = row
  return { ...person, moreTime: given && given.extraPercent > 0 ? { ...given, by } : null }
}
