import { write } from '#app/db/db.server.ts'
import { type Authority, auditIdOf } from '#app/people/person.ts'
import { type DecidedCredit, decideCreditInTx } from '#app/requirements/hours/decide-credit-in-tx.server.ts'

/** The agency's word that it saw the evidence: from today on the hours count. Never one's own. Null: not this actor's to do. */
export function confirmCredit(actor: Authority, creditId: string, now = new Date()): Promise<DecidedCredit | null> {
  const set = { state: 'confirmed' as const, decidedAt: now, decidedBy: auditIdOf(actor) }
  return write((tx) =>
    decideCreditInTx(tx, actor, creditId, { verb: 'hours.confirm-credit', from: 'provisional', set }, now),
  )
}
