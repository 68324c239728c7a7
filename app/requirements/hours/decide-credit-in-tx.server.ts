import { and, eq } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import type { Transaction } from '#app/db/db.server.ts'
import type { Messages } from '#app/i18n/messages.ts'
import { type Authority, auditIdOf, isSelf } from '#app/people/person.ts'
import type { CreditState } from '#app/requirements/hours/credit.ts'
import { keptPerson } from '#app/requirements/hours/kept-person.server.ts'
import { tellOfHoursInTx } from '#app/requirements/hours/tell-of-hours-in-tx.server.ts'
import { credits } from '#app/requirements/schema.ts'
import { looksAfter } from '#app/units/sight/looks-after.server.ts'

/** `state`: it stands otherwise, since somebody was faster. */
export type DecidedCredit = { state: CreditState } | { refused: 'reason' | 'state' }

type Credit = typeof credits.$inferSelect
type Change = {
  verb: string
  from: CreditState
  set: Partial<typeof credits.$inferInsert> & { state: Exclude<CreditState, 'provisional'> }
  reason?: string
}

/**
 * Inner step of the three verbs about a credit, which asks for itself whether the actor may: nobody decides about their own
 * hours. The learner is told. Twice is once. Null: not there, or not this actor's to do.
 */
export async function decideCreditInTx(
  tx: Transaction,
  actor: Authority,
  creditId: string,
  { verb, from, set, reason }: Change,
  now: Date,
): Promise<DecidedCredit | null> {
  const [credit] = await tx.select().from(credits).where(eq(credits.id, creditId))
  if (!credit) return null
  const personId = await keptPerson(credit.personId, tx)
  if (isSelf(actor, personId) || isSelf(actor, credit.personId)) return null
  if (!(await looksAfter(actor, personId, now, tx))) return null
  if (reason === '') return { refused: 'reason' }
  if (credit.state === set.state) return { state: credit.state }
  if (credit.state !== from) return { refused: 'state' }
  const changed = await tx
    .update(credits)
    .set(set)
    .where(and(eq(credits.id, creditId), eq(credits.state, from)))
    .returning({ id: credits.id })
  if (changed.length === 0) return { refused: 'state' }
  await auditInTx(tx, auditIdOf(actor), {
    verb,
    subjectKind: 'person',
    subjectId: personId,
    before: { credit: creditId, state: credit.state },
    after: { credit: creditId, state: set.state, halfHours: credit.halfHours },
    ...(reason && { reason }),
  })
  await tellOfHoursInTx(tx, personId, newsOf(credit, set.state, reason), now)
  return { state: set.state }
}

function newsOf({ id, title, halfHours, completedDay }: Credit, state: Change['set']['state'], reason = '') {
  return {
    key: `credit ${id} ${state}`,
    path: '/me/credits',
    say: (t: Messages['hours']['told'], hours: (halfHours: number) => string) => ({
      subject: t.subject[state](title),
      body: [
        t.credit[state](hours(halfHours), Number(completedDay.slice(0, 4))),
        reason && t.because(reason),
        t.next[state],
      ],
    }),
  }
}
