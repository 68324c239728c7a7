import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { auditInTx } from '#app/audit/audit.server.ts'
import { type Transaction, write } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { tidyName } from '#app/people/name.ts'
import { type Authority, auditIdOf } from '#app/people/person.ts'
import { reasonOf } from '#app/people/reason.ts'
import { moveProblem } from '#app/units/memberships/check-move.server.ts'
import { cutInTx } from '#app/units/memberships/cut-in-tx.server.ts'
import { type Held, heldColumns } from '#app/units/memberships/held.server.ts'
import { insertMembershipsInTx } from '#app/units/memberships/insert-memberships-in-tx.server.ts'
import type { MembershipProblem } from '#app/units/memberships/membership-form.ts'
import { settleMainsInTx } from '#app/units/memberships/settle-mains-in-tx.server.ts'
import { memberships } from '#app/units/schema.ts'
import { mayActFor } from '#app/units/sight/may-act-for.server.ts'
import type { StaffCategory } from '#app/units/unit.ts'

export type MembershipMove = {
  membershipId: string
  toUnitId: string
  /** The first day in the new unit. */
  day: Day
  reason: string
  /** As before, when nothing is said. */
  position?: string
  category?: StaffCategory
}
export type Moved = { id: string } | { problem: MembershipProblem }

/**
 * A person goes from one unit to another on a day; whoever waits (chưa phân bổ) is placed the same way. Needs the right
 * to act for both units. Null: not there, or not this actor's to do.
 */
export function moveMembership(who: Authority, form: MembershipMove, now = new Date()): Promise<Moved | null> {
  return write(async (tx) => {
    const [held] = await tx.select(heldColumns).from(memberships).where(eq(memberships.id, form.membershipId))
    if (!held || !(await mayActFor(tx, who, [held.unitId, form.toUnitId], now))) return null
    const problem = await moveProblem(tx, held, form)
    if (problem) return { problem }
    const row = await moveInTx(tx, held, form)
    await auditInTx(tx, auditIdOf(who), {
      verb: 'units.move-membership',
      subjectKind: 'person',
      subjectId: held.personId,
      before: { unitId: held.unitId, position: held.position },
      after: { unitId: row.unitId, position: row.position, day: form.day },
      reason: reasonOf(form.reason),
    })
    return { id: row.id }
  })
}

async function moveInTx(tx: Transaction, held: Held, form: MembershipMove): Promise<Held> {
  const id = uuid()
  const reason = reasonOf(form.reason)
  const row = {
    ...held,
    id,
    unitId: form.toUnitId,
    fromDay: form.day,
    since: form.day,
    originId: id,
    position: tidyName(form.position ?? held.position).slice(0, 200),
    category: form.category ?? held.category,
    waitsFromId: null,
    reason,
    endReason: null,
    batchId: null,
    reorganisationId: null,
  }
  await cutInTx(tx, held, form.day, reason)
  await insertMembershipsInTx(tx, [row])
  await settleMainsInTx(tx, [held.personId])
  return row
}
