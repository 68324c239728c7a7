import { type Transaction, write } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { applyInTx } from '#app/units/reorganisations/apply-in-tx.server.ts'
import { mayReorganise, type Touched } from '#app/units/reorganisations/may-reorganise.server.ts'
import type { Planned } from '#app/units/reorganisations/plan.ts'
import type { CarriedOut, Decision, Refused } from '#app/units/reorganisations/reorganisation.ts'
import type { Reads } from '#app/units/timelines.server.ts'

export type Reorganising<Form extends { decision: Decision }> = {
  form: Form
  touches: Touched
  plan: (reads: Reads, form: Form) => Promise<Planned>
}

/**
 * What all verbs of reorganisation do: decide permission, plan and write in one transaction, so that nothing changes
 * between the look and the deed. Null: not this actor's to do.
 */
export function carryOut<Form extends { decision: Decision }>(
  who: Authority,
  { form, touches, plan }: Reorganising<Form>,
  now: Date,
): Promise<CarriedOut | Refused | null> {
  return write(async (tx: Transaction) => {
    if (!(await mayReorganise(tx, who, touches, dayOf(now)))) return null
    const planned = await plan(tx, form)
    if ('problems' in planned) return planned
    return applyInTx(tx, { who, plan: planned.plan, form, now })
  })
}
