import { auditInTx } from '#app/audit/audit.server.ts'
import { write } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import { makeManagerInTx } from '#app/people/make-manager-in-tx.server.ts'
import { type Authority, auditIdOf } from '#app/people/person.ts'
import { reasonOf } from '#app/people/reason.ts'
import type { MembershipProblem } from '#app/units/memberships/membership-form.ts'
import { appointmentProblem } from '#app/units/roles/check-appointment.server.ts'
import { mayAppoint } from '#app/units/roles/may-appoint.server.ts'
import { roleHoldings } from '#app/units/schema.ts'
import { never, type UnitRole } from '#app/units/unit.ts'

export type Appointment = {
  personId: string
  unitId: string
  role: UnitRole
  fromDay: Day
  toDay?: Day
  /** The decision it rests on. */
  reason: string
}
export type Appointed = { id: string } | { problem: MembershipProblem }

/**
 * Gives a person a role in a unit, for all below it, from a day on. Whoever manages or trains as a learner until then
 * becomes a manager of the house as well. Null: not there, or not this actor's to do.
 */
export function appoint(who: Authority, form: Appointment, now = new Date()): Promise<Appointed | null> {
  return write(async (tx) => {
    if (!(await mayAppoint(tx, who, form, dayOf(now)))) return null
    const problem = await appointmentProblem(tx, form)
    if (problem) return { problem }
    const { personId, unitId, role, fromDay, toDay = never } = form
    const reason = reasonOf(form.reason)
    const [row] = await tx
      .insert(roleHoldings)
      .values({ personId, unitId, role, fromDay, toDay, reason })
      .returning({ id: roleHoldings.id })
    if (!row) throw new Error('the role was not written')
    if (role !== 'trainer') await makeManagerInTx(tx, personId)
    await auditInTx(tx, auditIdOf(who), {
      verb: 'units.appoint',
      subjectKind: 'person',
      subjectId: personId,
      after: { unitId, role, fromDay, toDay },
      reason,
    })
    return row
  })
}
