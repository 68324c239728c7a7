import { auditInTx } from '#app/audit/audit.server.ts'
import { write } from '#app/db/db.server.ts'
import { type Authority, auditIdOf } from '#app/people/person.ts'
import { type Added, addMembershipsInTx } from '#app/units/memberships/add-memberships-in-tx.server.ts'
import type { NewMembership } from '#app/units/memberships/membership-form.ts'
import { isWithinReach } from '#app/units/sight/is-within-reach.server.ts'
import { mayActFor } from '#app/units/sight/may-act-for.server.ts'

/**
 * Takes a person into a unit. Whoever acts for the unit may take in whom they see already, and who belongs nowhere.
 * Null: not there, or not this actor's to do.
 */
export function addMembership(who: Authority, form: NewMembership, now = new Date()): Promise<Added | null> {
  return write(async (tx) => {
    if (!(await mayActFor(tx, who, [form.unitId], now))) return null
    if (!(await isWithinReach(tx, who, form.personId, now))) return null
    const [added] = await addMembershipsInTx(tx, [form])
    if (!added || 'problem' in added) return added ?? null
    const { unitId, fromDay, position, category, reason } = form
    await auditInTx(tx, auditIdOf(who), {
      verb: 'units.add-membership',
      subjectKind: 'person',
      subjectId: form.personId,
      after: { unitId, fromDay, toDay: form.toDay, position, category },
      ...(reason && { reason }),
    })
    return added
  })
}
