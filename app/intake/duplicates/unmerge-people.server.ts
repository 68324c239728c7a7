import { eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { auditInTx } from '#app/audit/audit.server.ts'
import { type Transaction, write } from '#app/db/db.server.ts'
import { mayMerge } from '#app/intake/duplicates/may-merge.server.ts'
import { unfoldAccountInTx } from '#app/people/fold-account-in-tx.server.ts'
import { withoutIdentityNumbers } from '#app/people/identity-number.ts'
import { type Authority, auditIdOf, isSelf, mayAdminister } from '#app/people/person.ts'
import { reasonOf } from '#app/people/reason.ts'
import { aliases, merges, people } from '#app/people/schema.ts'
import { handBackInTx } from '#app/units/memberships/hand-over-in-tx.server.ts'
import { keptMembership } from '#app/units/memberships/kept-membership.ts'

export type Unmerged =
  | { unmerged: true }
  | {
      problem:
        | 'reason-needed'
        /** The kept account was itself folded into another: that is undone first. */
        | 'merged-further'
        /** The person has closed their account since. */
        | 'closed-since'
    }

const movedSchema = z.object({
  before: z.array(keptMembership),
  after: z.array(keptMembership),
  aliases: z.array(z.string()),
  numberSetAt: z.string().nullable(),
})

/**
 * Gives a folded account back, with all that was moved from it; what was learnt or entered since stays with the kept one.
 * Doing it twice is doing it once. Null: not there, or not this actor's to do.
 */
export function unmergePeople(
  manager: Authority,
  mergeId: string,
  typedReason: string,
  now = new Date(),
): Promise<Unmerged | null> {
  const reason = reasonOf(withoutIdentityNumbers(typedReason))
  return write(async (tx) => {
    const [merge] = await tx.select().from(merges).where(eq(merges.id, mergeId))
    if (!merge || !(await mayUndo(tx, manager, merge, now))) return null
    if (merge.undoneAt) return { unmerged: true as const }
    const problem = reason === '' ? ('reason-needed' as const) : await problemOf(tx, merge)
    if (problem) return { problem }
    const { keptId, foldedId } = merge
    const moved = movedSchema.parse(merge.moved)
    const undoneBy = auditIdOf(manager)
    await unfoldAccountInTx(tx, merge, moved, { reason, undoneBy, now })
    await handBackInTx(tx, keptId, foldedId, moved)
    const line = { verb: 'people.unmerge', subjectKind: 'person', before: { mergeId, keptId, foldedId }, reason }
    for (const subjectId of [keptId, foldedId]) await auditInTx(tx, undoneBy, { ...line, subjectId })
    return { unmerged: true as const }
  })
}

type Merge = { keptId: string; foldedId: string }

/** The folded account belongs nowhere while it is folded: who looks after the kept one decides. */
async function mayUndo(tx: Transaction, manager: Authority, { keptId, foldedId }: Merge, now: Date) {
  const rows = await accountsOf(tx, [keptId, foldedId])
  const [kept] = rows.filter(({ id }) => id === keptId)
  if (!kept || isSelf(manager, foldedId)) return false
  if (!mayAdminister(manager) && rows.some(({ role }) => role !== 'learner')) return false
  return mayMerge(manager, [kept], now, tx)
}

async function problemOf(tx: Transaction, { keptId, foldedId }: Merge) {
  const [further] = await tx.select({ id: aliases.keptId }).from(aliases).where(eq(aliases.personId, keptId))
  if (further) return 'merged-further' as const
  const accounts = await accountsOf(tx, [keptId, foldedId])
  return accounts.some(({ fullName }) => fullName === '') ? ('closed-since' as const) : null
}

function accountsOf(tx: Transaction, ids: string[]) {
  return tx
    .select({ id: people.id, role: people.role, fullName: people.fullName })
    .from(people)
    .where(inArray(people.id, ids))
}
