import { and, eq, isNull } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { write } from '#app/db/db.server.ts'
import { type NameProblem, nameProblem, tidyName } from '#app/people/name.ts'
import { type Authority, auditIdOf, mayAdminister } from '#app/people/person.ts'
import { reasonOf } from '#app/people/reason.ts'
import { renameInTx } from '#app/people/rename-in-tx.server.ts'
import { people } from '#app/people/schema.ts'
import { sortAnewInTx } from '#app/units/memberships/sort-anew-in-tx.server.ts'

export type MendedName = { fullName: string } | { problems: { fullName?: NameProblem; reason?: 'reason-needed' } }

/**
 * Puts a person's name right, with a reason that the audit keeps beside both names. Papers that were issued keep the
 * name of their day: each is re-issued by itself. The same name again changes nothing.
 * Null: not there, or not this actor's to do.
 */
export async function mendName(
  admin: Authority,
  personId: string,
  typedName: string,
  typedReason: string,
): Promise<MendedName | null> {
  if (!mayAdminister(admin)) return null
  const [fullName, reason] = [tidyName(typedName), reasonOf(typedReason)]
  const wrong = nameProblem(fullName)
  if (wrong || reason === '')
    return { problems: { ...(wrong && { fullName: wrong }), ...(reason === '' && { reason: 'reason-needed' }) } }
  return write(async (tx) => {
    const [person] = await tx
      .select({ fullName: people.fullName })
      .from(people)
      .where(and(eq(people.id, personId), isNull(people.closedAt)))
    if (!person) return null
    if (person.fullName === fullName) return { fullName }
    await renameInTx(tx, personId, { fullName })
    await sortAnewInTx(tx, [personId])
    await auditInTx(tx, auditIdOf(admin), {
      verb: 'people.mend-name',
      subjectKind: 'person',
      subjectId: personId,
      before: { fullName: person.fullName },
      after: { fullName },
      reason,
    })
    return { fullName }
  })
}
