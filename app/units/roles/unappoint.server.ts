import { eq } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { write } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import { type Authority, auditIdOf } from '#app/people/person.ts'
import { reasonOf } from '#app/people/reason.ts'
import { endProblem } from '#app/units/memberships/check-end.ts'
import type { MembershipProblem } from '#app/units/memberships/membership-form.ts'
import { mayAppoint } from '#app/units/roles/may-appoint.server.ts'
import { roleHoldings } from '#app/units/schema.ts'

export type Unappointed = { ended: Day } | { problem: MembershipProblem }

/** Takes a role back: `day` is the first day without it. Null: not there, or not this actor's to do. */
export function unappoint(
  who: Authority,
  { holdingId, day, reason }: { holdingId: string; day: Day; reason: string },
  now = new Date(),
): Promise<Unappointed | null> {
  const why = reasonOf(reason)
  return write(async (tx) => {
    const [held] = await tx.select().from(roleHoldings).where(eq(roleHoldings.id, holdingId))
    if (!held || !(await mayAppoint(tx, who, held, dayOf(now)))) return null
    const problem = endProblem(held, { day, reason })
    if (problem) return { problem }
    const isThis = eq(roleHoldings.id, holdingId)
    if (day === held.fromDay) await tx.delete(roleHoldings).where(isThis)
    else await tx.update(roleHoldings).set({ toDay: day }).where(isThis)
    await auditInTx(tx, auditIdOf(who), {
      verb: 'units.unappoint',
      subjectKind: 'person',
      subjectId: held.personId,
      before: { unitId: held.unitId, role: held.role },
      after: { day },
      reason: why,
    })
    return { ended: day }
  })
}
