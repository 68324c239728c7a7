import { aliasedTable, and, asc, eq, isNull, sql } from 'drizzle-orm'
import { timeAllowances } from '#app/attempts/schema.ts'
import { db } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { maskSealed } from '#app/people/mask-sealed.server.ts'
import { type Authority, mayManage, type Role } from '#app/people/person.ts'
import { identityNumbers, people } from '#app/people/schema.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { memberships, unitStates } from '#app/units/schema.ts'
import { isUnitSeen } from '#app/units/sight/is-seen.server.ts'
import { looksAfter, recordSeen } from '#app/units/sight/looks-after.server.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'

/** `by`: a name, '' for who closed their account since, null for the command line. */
export type MoreTimeGiven = { extraPercent: number; reason: string; at: Date; by: string | null }

export type PersonAtDesk = {
  id: string
  username: string
  fullName: string
  role: Role
  birthYear: number | null
  /** Where they are today, of the units that this actor sees. */
  places: Array<{ unitId: string; unit: string }>
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

/**
 * Whom one looks after, with their units, their identity number masked, their extra time in exams and who gave it. One query
 * for administrators, a row for each unit. Null: not there, or not this actor's to see.
 */
export async function personAtDesk(
  manager: Authority,
  personId: string,
  now = new Date(),
): Promise<PersonAtDesk | null> {
  if (!(await recordSeen(manager, personId, now))) return null
  const scope = await seenBy(manager, dayOf(now))
  const rows = await db
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
      place: { unitId: unitStates.unitId, unit: unitStates.name },
    })
    .from(people)
    .leftJoin(timeAllowances, eq(timeAllowances.personId, people.id))
    .leftJoin(identityNumbers, eq(identityNumbers.personId, people.id))
    .leftJoin(memberships, and(eq(memberships.personId, people.id), onDay(memberships, scope.day)))
    .leftJoin(
      unitStates,
      and(
        eq(unitStates.unitId, memberships.unitId),
        onDay(unitStates, scope.day),
        isUnitSeen(scope, memberships.unitId),
      ),
    )
    .where(and(eq(people.id, personId), isNull(people.closedAt)))
    .orderBy(asc(memberships.fromDay), asc(memberships.id))
  const [row] = rows
  if (!row) return null
  const places = new Map(rows.flatMap(({ place }) => (place ? [[place.unitId, place] as const] : [])))
  const { person, given, by, kept } = row
  const moreTime = given && given.extraPercent > 0 ? { ...given, by } : null
  const mayDecide = mayManage(manager) && (await looksAfter(manager, personId, now))
  return {
    ...person,
    places: [...places.values()],
    moreTime,
    mayDecide,
    number: mayDecide ? { masked: maskSealed(kept) } : null,
  }
}
