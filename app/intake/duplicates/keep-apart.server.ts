import { and, inArray, isNull } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { write } from '#app/db/db.server.ts'
import { pairOf } from '#app/intake/duplicates/duplicate.ts'
import { mayMerge } from '#app/intake/duplicates/may-merge.server.ts'
import { withoutIdentityNumbers } from '#app/people/identity-number.ts'
import { keepApartInTx } from '#app/people/keep-apart-in-tx.server.ts'
import { type Authority, auditIdOf } from '#app/people/person.ts'
import { reasonOf } from '#app/people/reason.ts'
import { people } from '#app/people/schema.ts'

export type KeptApart = { apart: true } | { problem: 'reason-needed' | 'same-person' }

/** Two who look alike are two people: they are no longer proposed. Null: not there, or not this actor's to do. */
export function keepApart(
  manager: Authority,
  a: string,
  b: string,
  typedReason: string,
  now = new Date(),
): Promise<KeptApart | null> {
  const reason = reasonOf(withoutIdentityNumbers(typedReason))
  return write(async (tx) => {
    const accounts = await tx
      .select({ id: people.id, role: people.role })
      .from(people)
      .where(and(inArray(people.id, [a, b]), isNull(people.closedAt)))
    const isBoth = accounts.length === new Set([a, b]).size
    if (!isBoth || !(await mayMerge(manager, accounts, now, tx))) return null
    if (a === b) return { problem: 'same-person' as const }
    if (reason === '') return { problem: 'reason-needed' as const }
    const { oneId, otherId } = pairOf(a, b, 'name-and-unit')
    const decidedBy = auditIdOf(manager)
    await keepApartInTx(tx, { oneId, otherId, reason, at: now, decidedBy })
    const line = { verb: 'people.keep-apart', subjectKind: 'person', after: { oneId, otherId }, reason }
    for (const subjectId of [oneId, otherId]) await auditInTx(tx, decidedBy, { ...line, subjectId })
    return { apart: true as const }
  })
}
