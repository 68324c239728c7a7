import { auditInTx } from '#app/audit/audit.server.ts'
import { write } from '#app/db/db.server.ts'
import { clearIdentityNumberInTx } from '#app/people/clear-identity-number-in-tx.server.ts'
import { withoutIdentityNumbers } from '#app/people/identity-number.ts'
import { type Authority, auditIdOf } from '#app/people/person.ts'
import { reasonOf } from '#app/people/reason.ts'
import { mayReadIdentityNumber } from '#app/units/identity-numbers/may-read-identity-number.server.ts'

export type IdentityNumberCleared = { cleared: boolean } | { problem: 'reason-needed' }

/** Forgets a person's identity number, with a reason. `cleared` is false when there was none. Null: not there, or not this actor's to do. */
export function clearIdentityNumber(
  manager: Authority,
  personId: string,
  typedReason: string,
  now = new Date(),
): Promise<IdentityNumberCleared | null> {
  const reason = reasonOf(withoutIdentityNumbers(typedReason))
  return write(async (tx) => {
    if (!(await mayReadIdentityNumber(manager, personId, now, tx))) return null
    if (reason === '') return { problem: 'reason-needed' as const }
    const cleared = await clearIdentityNumberInTx(tx, personId)
    const line = { verb: 'people.clear-identity-number', subjectKind: 'person', subjectId: personId, reason }
    if (cleared) await auditInTx(tx, auditIdOf(manager), line)
    return { cleared }
  })
}
