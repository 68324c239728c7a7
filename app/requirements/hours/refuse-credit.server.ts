import { write } from '#app/db/db.server.ts'
import { type Authority, auditIdOf } from '#app/people/person.ts'
import { reasonOf } from '#app/people/reason.ts'
import { type DecidedCredit, decideCreditInTx } from '#app/requirements/hours/decide-credit-in-tx.server.ts'

/** The evidence does not show it, with the reason that the learner reads. Never one's own. Null: not this actor's to do. */
export async function refuseCredit(
  actor: Authority,
  creditId: string,
  typedReason: string,
  now = new Date(),
): Promise<DecidedCredit | null> {
  const reason = reasonOf(typedReason)
  const set = { state: 'refused' as const, decidedAt: now, decidedBy: auditIdOf(actor), decisionReason: reason }
  const change = { verb: 'hours.refuse-credit', from: 'provisional' as const, set, reason }
  return write((tx) => decideCreditInTx(tx, actor, creditId, change, now))
}
