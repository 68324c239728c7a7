import { auditInTx } from '#app/audit/audit.server.ts'
import { write } from '#app/db/db.server.ts'
import { type CheckedIdentityNumber, checkIdentityNumber } from '#app/people/identity-number.ts'
import { type Authority, auditIdOf } from '#app/people/person.ts'
import { setIdentityNumberInTx } from '#app/people/set-identity-number-in-tx.server.ts'
import { mayReadIdentityNumber } from '#app/units/identity-numbers/may-read-identity-number.server.ts'
import { looksAfter } from '#app/units/sight/looks-after.server.ts'

export type IdentityNumberOutcome =
  | { set: true }
  | Exclude<CheckedIdentityNumber, { number: string }>
  /** Somebody else has it: who, if this actor looks after them too. The two are proposed as duplicates. */
  | { problem: 'held-by-another'; holderId: string | null }

/**
 * Keeps a person's identity number, sealed; the audit tells that it was set or refused, never the number, so that trying
 * whose a number is leaves its trace. The same number again changes nothing. Null: not there, or not this actor's to do.
 */
export function setIdentityNumber(
  manager: Authority,
  personId: string,
  typed: string,
  now = new Date(),
): Promise<IdentityNumberOutcome | null> {
  const checked = checkIdentityNumber(typed)
  return write(async (tx) => {
    if (!(await mayReadIdentityNumber(manager, personId, now, tx))) return null
    if ('problem' in checked) return checked
    const outcome = await setIdentityNumberInTx(tx, personId, checked.number, now)
    if ('unchanged' in outcome) return { set: true as const }
    const isRefused = 'heldBy' in outcome
    await auditInTx(tx, auditIdOf(manager), {
      verb: isRefused ? 'people.refuse-identity-number' : 'people.set-identity-number',
      subjectKind: 'person',
      subjectId: personId,
    })
    if (!isRefused) return { set: true as const }
    const isKnown = await looksAfter(manager, outcome.heldBy, now, tx)
    return { problem: 'held-by-another' as const, holderId: isKnown ? outcome.heldBy : null }
  })
}
