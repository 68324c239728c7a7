import { eq } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { write } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { type Authority, auditIdOf } from '#app/people/person.ts'
import { reasonOf } from '#app/people/reason.ts'
import { endProblem } from '#app/units/memberships/check-end.ts'
import { cutInTx } from '#app/units/memberships/cut-in-tx.server.ts'
import { heldColumns } from '#app/units/memberships/held.server.ts'
import type { MembershipProblem } from '#app/units/memberships/membership-form.ts'
import { settleMainsInTx } from '#app/units/memberships/settle-mains-in-tx.server.ts'
import { memberships } from '#app/units/schema.ts'
import { mayActFor } from '#app/units/sight/may-act-for.server.ts'

export type EndedMembership = { ended: Day } | { problem: MembershipProblem }

/**
 * A person leaves a unit: `day` is the first day they are gone. Without another unit they stand among those who belong
 * nowhere; what they learnt stays theirs. Null: not there, or not this actor's to do.
 */
export function endMembership(
  who: Authority,
  { membershipId, day, reason }: { membershipId: string; day: Day; reason: string },
  now = new Date(),
): Promise<EndedMembership | null> {
  const why = reasonOf(reason)
  return write(async (tx) => {
    const [held] = await tx.select(heldColumns).from(memberships).where(eq(memberships.id, membershipId))
    if (!held || !(await mayActFor(tx, who, [held.unitId], now))) return null
    const problem = endProblem(held, { day, reason })
    if (problem) return { problem }
    await cutInTx(tx, held, day, why)
    await settleMainsInTx(tx, [held.personId])
    await auditInTx(tx, auditIdOf(who), {
      verb: 'units.end-membership',
      subjectKind: 'person',
      subjectId: held.personId,
      before: { unitId: held.unitId, position: held.position },
      after: { day },
      reason: why,
    })
    return { ended: day }
  })
}
