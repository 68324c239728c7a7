import { v7 as uuid } from 'uuid'
import type { Transaction } from '#app/db/db.server.ts'
import { tidyName } from '#app/people/name.ts'
import { reasonOf } from '#app/people/reason.ts'
import { checkMemberships } from '#app/units/memberships/check-membership.server.ts'
import type { Held } from '#app/units/memberships/held.server.ts'
import { insertMembershipsInTx } from '#app/units/memberships/insert-memberships-in-tx.server.ts'
import type { MembershipProblem, NewMembership } from '#app/units/memberships/membership-form.ts'
import { settleMainsInTx } from '#app/units/memberships/settle-mains-in-tx.server.ts'
import { overlaps } from '#app/units/period.ts'
import { never } from '#app/units/unit.ts'

type Wishes = {
  /** An import: its head-counts wait (countHeldInTx). */
  heldFor?: string | null
}

export type Added = { id: string } | { problem: MembershipProblem }

/**
 * Inner step: memberships of many people at once, for imports too. Answers in the order asked; what is refused is not
 * written, the rest is. Some ten statements for each 500.
 */
export async function addMembershipsInTx(
  tx: Transaction,
  forms: readonly NewMembership[],
  { heldFor = null }: Wishes = {},
): Promise<Added[]> {
  const { problems, held } = await checkMemberships(tx, forms)
  const rows: Held[] = []
  const answers = forms.map((form, place): Added => {
    const problem = problems[place] ?? null
    if (problem) return { problem }
    const row = membershipOf(form, held.get(form.personId) ?? [])
    held.set(form.personId, [...(held.get(form.personId) ?? []), row])
    rows.push(row)
    return { id: row.id }
  })
  await insertMembershipsInTx(tx, rows)
  await settleMainsInTx(
    tx,
    rows.map(({ personId }) => personId),
    heldFor,
  )
  return answers
}

/** What a form asks for, beside what the person holds already. */
export function membershipOf(form: NewMembership, held: readonly Held[]): Held {
  const { personId, unitId, fromDay, toDay = never, category, batchId = null } = form
  const id = uuid()
  const isMain = form.isMain ?? !held.some((other) => other.isMain && overlaps(other, { fromDay, toDay }))
  return {
    id,
    personId,
    unitId,
    fromDay,
    toDay,
    position: tidyName(form.position).slice(0, 200),
    category,
    isMain,
    since: fromDay,
    originId: id,
    waitsFromId: null,
    reason: reasonOf(form.reason ?? '') || null,
    endReason: null,
    batchId,
    reorganisationId: null,
  }
}
