import { auditInTx } from '#app/audit/audit.server.ts'
import { write } from '#app/db/db.server.ts'
import { withoutIdentityNumbers } from '#app/people/identity-number.ts'
import { identityNumberOf } from '#app/people/identity-number-of.server.ts'
import { type Authority, auditIdOf } from '#app/people/person.ts'
import { reasonOf } from '#app/people/reason.ts'
import { mayReadIdentityNumber } from '#app/units/identity-numbers/may-read-identity-number.server.ts'

/** `unreadable`: the keys here are not those it was sealed with. */
export type Unmasked = { number: string } | { problem: 'reason-needed' | 'none' | 'unreadable' }

/** Shows a person's identity number in full, for a reason; who asked, and why, is in the audit before it is shown. Null: not there, or not this actor's to see. */
export function unmaskIdentityNumber(
  manager: Authority,
  personId: string,
  typedReason: string,
  now = new Date(),
): Promise<Unmasked | null> {
  const reason = reasonOf(withoutIdentityNumbers(typedReason))
  return write(async (tx) => {
    if (!(await mayReadIdentityNumber(manager, personId, now, tx))) return null
    if (reason === '') return { problem: 'reason-needed' as const }
    const kept = await identityNumberOf(personId, tx)
    if (!kept) return { problem: 'none' as const }
    if (kept.number === null) return { problem: 'unreadable' as const }
    const line = { verb: 'people.unmask-identity-number', subjectKind: 'person', subjectId: personId, reason }
    await auditInTx(tx, auditIdOf(manager), line)
    return { number: kept.number }
  })
}
