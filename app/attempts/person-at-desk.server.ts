import { aliasedTable, and, eq, isNull, sql } from 'drizzle-orm'
import { timeAllowances } from '#app/attempts/schema.ts'
import { db } from '#app/db/db.server.ts'
import { maskSealed } from '#app/people/mask-sealed.server.ts'
import { type Authority, mayManage, type Role } from '#app/people/person.ts'
import { identityNumbers, people } from '#app/people/schema.ts'
import { looksAfter, recordSeen } from '#app/units/sight/looks-after.server.ts'

/** `by`: a name, '' for who closed their account since, null for the command line. */
export type MoreTimeGiven = { extraPercent: number; reason: string; at: Date; by: string | null }

export type PersonAtDesk = {
  id: string
  username: string
  fullName: string
  role: Role
  birthYear: number | null
  moreTime: MoreTimeGiven | null
  /** This actor decides about their exams; auditors only read. */
  mayDecide: boolean
  /** Their identity number as pages show it, null in it when there is none; null itself: not this actor's to see. */
  number: { masked: string | null } | null
}

const granters = aliasedTable(people, 'granters')
/** Not a second join of people: drizzle's types know a table by its own name alone. */
const granter = db
  .select({ fullName: granters.fullName })
  .from(granters)
  .where(eq(granters.id, timeAllowances.grantedBy))

/** Whom one looks after, with their identity number masked, their extra time in exams and who gave it. One query for administrators. Null: not there, or not this actor's to see. */
export async function personAtDesk(manager: Authority, personId: string): Promise<PersonAtDesk | null> {
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
      kept: identityNumbers,
    })
    .from(people)
    .leftJoin(timeAllowances, eq(timeAllowances.personId, people.id))
    .leftJoin(identityNumbers, eq(identityNumbers.personId, people.id))
    .where(and(eq(people.id, personId), isNull(people.closedAt)))
  if (!row) return null
  const { person, given, by, kept } = row
  const moreTime = given && given.extraPercent > 0 ? { ...given, by } : null
  const mayDecide = mayManage(manager) && (await looksAfter(manager, personId))
  return { ...person, moreTime, mayDecide, number: mayDecide ? { masked: maskSealed(kept) } : null }
}
