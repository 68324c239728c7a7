import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { people } from '#app/people/schema.ts'
import { requirementPeople } from '#app/requirements/schema.ts'
import { isSeen } from '#app/units/sight/is-seen.server.ts'
import type { Scope } from '#app/units/sight/sight.ts'

export type NameInRequirement = {
  id: string
  fullName: string
  birthYear: number | null
  /** The viewer sees them today. */
  isSeen: boolean
  /** And acts for them, and their account is open: a draft of theirs may name them. */
  mayName: boolean
}

/** Whom a requirement names, in the order of lists, each once. One query. Decides no permission. */
export async function namesIn(requirementId: string, scope: Scope): Promise<NameInRequirement[]> {
  const acting = { ...scope, grants: scope.grants.filter(({ mayAct }) => mayAct) }
  const { id, fullName, birthYear, sortKey } = people
  const rows = await db
    .selectDistinct({
      ...{ id, fullName, birthYear, sortKey },
      isSeen: whether(isSeen(scope, id)),
      mayName: whether(and(isNull(people.closedAt), isSeen(acting, id))),
    })
    .from(requirementPeople)
    .innerJoin(people, eq(id, requirementPeople.personId))
    .where(eq(requirementPeople.requirementId, requirementId))
    .orderBy(asc(sortKey), asc(id))
  return rows.map((row) => ({ ...row, isSeen: row.isSeen === 1, mayName: row.mayName === 1 }))
}

function whether(condition: SQL | undefined) {
  return sql<number>`case when ${condition ?? sql`1 = 1`} then 1 else 0 end`.mapWith(Number)
}
