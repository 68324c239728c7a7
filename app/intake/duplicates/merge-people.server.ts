import { and, inArray, isNull } from 'drizzle-orm'
import { openAttemptsOf } from '#app/attempts/open-attempts-of.server.ts'
import { auditInTx } from '#app/audit/audit.server.ts'
import { type Transaction, write } from '#app/db/db.server.ts'
import { mayMerge } from '#app/intake/duplicates/may-merge.server.ts'
import { foldAccountInTx } from '#app/people/fold-account-in-tx.server.ts'
import { withoutIdentityNumbers } from '#app/people/identity-number.ts'
import { type Authority, auditIdOf, type Role } from '#app/people/person.ts'
import { reasonOf } from '#app/people/reason.ts'
import { identityNumbers, people } from '#app/people/schema.ts'
import { isLastAdministrator } from '#app/people/set-role.server.ts'
import { handOverInTx } from '#app/units/memberships/hand-over-in-tx.server.ts'

export type MergeProblem =
  | 'same-person'
  | 'reason-needed'
  /** Each has an identity number of its own: they are two people, or one number is wrong. */
  | 'two-numbers'
  /** The folded account is in the middle of an exam. */
  | 'exam-open'
  | 'last-administrator'
export type Merged = { mergeId: string } | { problem: MergeProblem }

type Account = { id: string; role: Role }

/**
 * Two accounts are one person's: `fold` leads to `keep` from now on. Rights do not go along, memberships and the identity
 * number do; what was learnt stays where it is and is reached through the kept account. Undone by `unmergePeople`.
 * Null: not there, not open, or not this actor's to do.
 */
export function mergePeople(
  manager: Authority,
  keep: string,
  fold: string,
  typedReason: string,
  now = new Date(),
): Promise<Merged | null> {
  const reason = reasonOf(withoutIdentityNumbers(typedReason))
  return write(async (tx) => {
    const accounts = await openAccounts(tx, [keep, fold])
    const [kept, folded] = [accounts.get(keep), accounts.get(fold)]
    if (!kept || !folded || !(await mayMerge(manager, [kept, folded], now, tx))) return null
    const problem = reason === '' ? 'reason-needed' : await problemOf(tx, kept, folded, now)
    if (problem) return { problem }
    const madeBy = auditIdOf(manager)
    const { before, after } = await handOverInTx(tx, fold, keep)
    const merge = { keptId: keep, foldedId: fold, reason, madeBy, now }
    const { id: mergeId } = await foldAccountInTx(tx, merge, { before, after })
    const line = { subjectKind: 'person', reason }
    await auditInTx(tx, madeBy, { ...line, verb: 'people.merge', subjectId: keep, after: { mergeId, folded: fold } })
    await auditInTx(tx, madeBy, { ...line, verb: 'people.fold', subjectId: fold, after: { mergeId, kept: keep } })
    return { mergeId }
  })
}

async function problemOf(tx: Transaction, kept: Account, folded: Account, now: Date): Promise<MergeProblem | null> {
  if (kept.id === folded.id) return 'same-person'
  if (folded.role === 'administrator' && (await isLastAdministrator(tx))) return 'last-administrator'
  const numbers = await tx
    .select({ personId: identityNumbers.personId })
    .from(identityNumbers)
    .where(inArray(identityNumbers.personId, [kept.id, folded.id]))
  if (numbers.length > 1) return 'two-numbers'
  return (await openAttemptsOf(folded, now, tx)).length > 0 ? 'exam-open' : null
}

async function openAccounts(tx: Transaction, ids: string[]): Promise<Map<string, Account>> {
  const rows = await tx
    .select({ id: people.id, role: people.role })
    .from(people)
    .where(and(inArray(people.id, ids), isNull(people.closedAt)))
  return new Map(rows.map((row) => [row.id, row]))
}
