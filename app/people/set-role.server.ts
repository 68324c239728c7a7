import { and, eq, isNull } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { type Transaction, write } from '#app/db/db.server.ts'
import { type Authority, auditIdOf, mayAdminister, type Role } from '#app/people/person.ts'
import { reasonOf } from '#app/people/reason.ts'
import { people, sessions } from '#app/people/schema.ts'

export type RoleChange = { role: Role } | { problem: 'last-administrator' | 'reason-needed' }

/**
 * Gives a person another role, with a reason that the audit keeps; their sessions end, so that none keeps the old one's
 * idle limit. The last administrator stays one. Null: not there, or not this actor's to do.
 */
export async function setRole(
  admin: Authority,
  personId: string,
  role: Role,
  reason: string,
): Promise<RoleChange | null> {
  if (!mayAdminister(admin)) return null
  const why = reasonOf(reason)
  if (why === '') return { problem: 'reason-needed' }
  return write(async (tx) => {
    const [person] = await tx
      .select({ role: people.role })
      .from(people)
      .where(and(eq(people.id, personId), isNull(people.closedAt)))
    if (!person) return null
    if (person.role === role) return { role }
    if (person.role === 'administrator' && (await isLastAdministrator(tx)))
      return { problem: 'last-administrator' as const }
    await tx.update(people).set({ role }).where(eq(people.id, personId))
    await tx.delete(sessions).where(eq(sessions.personId, personId))
    await auditInTx(tx, auditIdOf(admin), {
      verb: 'people.set-role',
      subjectKind: 'person',
      subjectId: personId,
      before: { role: person.role },
      after: { role },
      reason: why,
    })
    return { role }
  })
}

/** Inner step: there is at most one administrator left. */
export async function isLastAdministrator(tx: Transaction): Promise<boolean> {
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.role, 'administrator'), isNull(people.closedAt)))
    .limit(2)
  return rows.length <= 1
}
