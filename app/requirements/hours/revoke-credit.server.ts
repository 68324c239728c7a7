import { write } from '#app/db/db.server.ts'
import { type Authority, auditIdOf } from '#app/people/person.ts'
import { reasonOf } from '#app/people/reason.ts'
import { type DecidedCredit, decideCreditInTx } from '#app/requirements/hours/decide-credit-in-tx.server.ts'

/** What was confirmed counts no more from today on; what was reported before stays. Never one's own. Null: not this actor's to do. */
export async function revokeCredit(
  actor: Authority,
  creditId: string,
  typedReason: string,
  now = new Date(),
): Promise<DecidedCredit | null> {
  const reason = reasonOf(typedReason)
  const set = { state: 'revoked' as const, revokedAt: now, revokedBy: auditIdOf(actor), revocationReason: reason }
  const change = { verb: 'hours.revoke-credit', from: 'confirmed' as const, set, reason }
  return write((tx) => decideCreditInTx(tx, actor, creditId, change, now))
}
