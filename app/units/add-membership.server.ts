import { and, eq } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { type Transaction, write } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { type Authority, auditIdOf } from '#app/people/person.ts'
import { type Added, addMembershipsInTx } from '#app/units/add-memberships-in-tx.server.ts'
import { mayActFor } from '#app/units/may-act-for.server.ts'
import type { NewMembership } from '#app/units/membership-form.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { memberships } from '#app/units/schema.ts'
import { seenBy } from '#app/units/seen-by.server.ts'
import { sightOf } from '#app/units/sight-of.server.ts'

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

async function isWithinReach(tx: Transaction, who: Authority, personId: string, now: Date): Promise<boolean> {
  const today = dayOf(now)
  if (await sightOf(await seenBy(who, today, tx), personId, tx)) return true
  const [any] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .where(and(eq(memberships.personId, personId), onDay(memberships, today)))
    .limit(1)
  return any === undefined
}
