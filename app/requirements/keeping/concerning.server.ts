import { eq, sql } from 'drizzle-orm'
import { db, type Transaction } from '#app/db/db.server.ts'
import { plannedOnce } from '#app/db/planned-once.server.ts'
import { isOfPerson } from '#app/people/folded.server.ts'
import { requirementPeople } from '#app/requirements/schema.ts'
import { memberships, unitLines } from '#app/units/schema.ts'

type Reads = Pick<Transaction, 'select'>

/**
 * What a requirement must speak of to mean a person on any day: the units that any of their places was ever in or below,
 * and the requirements that name them; both as ids. Empty for whoever nobody can ask for anything. One query.
 */
export async function concerning(personId: string): Promise<ReadonlySet<string>> {
  const rows = await readConcerning(db, { personId })
  return new Set(rows.map(({ id }) => id))
}

const readConcerning = plannedOnce((reads: Reads) =>
  reads
    .select({ id: unitLines.ancestorId })
    .from(memberships)
    .innerJoin(unitLines, eq(unitLines.unitId, memberships.unitId))
    .where(isOfPerson(memberships.personId, sql.placeholder('personId'), reads))
    .union(
      reads
        .select({ id: requirementPeople.requirementId })
        .from(requirementPeople)
        .where(isOfPerson(requirementPeople.personId, sql.placeholder('personId'), reads)),
    ),
)
