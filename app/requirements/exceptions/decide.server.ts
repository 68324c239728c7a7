import { eq } from 'drizzle-orm'
import { type Transaction, write } from '#app/db/db.server.ts'
import { addDays } from '#app/i18n/calendar.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import { type Authority, auditIdOf, isSelf } from '#app/people/person.ts'
import { reasonOf } from '#app/people/reason.ts'
import { factsOf, requirementHolding } from '#app/requirements/exceptions/asked-of.server.ts'
import type { ExceptionProblem, ExceptionState } from '#app/requirements/exceptions/exception.ts'
import { dueProblem } from '#app/requirements/exceptions/exception-form.ts'
import { type HeldException, heldException } from '#app/requirements/exceptions/held-exception.server.ts'
import { noteExceptionsInTx } from '#app/requirements/exceptions/note-exceptions-in-tx.server.ts'
import { personProblem } from '#app/requirements/exceptions/person-problem.ts'
import { tellOfExceptionsInTx } from '#app/requirements/exceptions/tell-of-exceptions-in-tx.server.ts'
import { exceptions } from '#app/requirements/schema.ts'
import { looksAfter } from '#app/units/sight/looks-after.server.ts'

export type Decision = {
  decision: 'given' | 'refused'
  /** Needed to refuse. */
  reason: string
  /** Of an extension: another day than was asked for; '' or nothing: that one. */
  dueDay?: string
}
export type Decided =
  | { decided: 'given' | 'refused' }
  | { problem: ExceptionProblem }
  /** Somebody decided it before, and otherwise: as it stands now. */
  | { problem: 'decided-already'; state: Exclude<ExceptionState, 'asked'> }

/**
 * Gives or refuses what a learner asked for. Of two who decide at once one does, the other is told what was decided.
 * Null: not there, or not this actor's to decide: nobody decides about themselves.
 */
export function decideException(
  manager: Authority,
  id: string,
  { decision, reason, dueDay = '' }: Decision,
  now = new Date(),
): Promise<Decided | null> {
  const why = reasonOf(reason)
  return write(async (tx) => {
    const held = await heldException(tx, id)
    if (!held || isSelf(manager, held.personId) || !(await looksAfter(manager, held.personId, now, tx))) return null
    const { row, personId } = held
    if (row.state === decision && row.decidedBy === auditIdOf(manager)) return { decided: decision }
    if (row.state !== 'asked') return { problem: 'decided-already' as const, state: row.state }
    if (decision === 'refused' && why === '') return { problem: 'reason-needed' as const }
    const due = dueDay !== '' && row.kind === 'extension' ? dueDay : row.dueDay
    const problem = decision === 'given' ? await givingProblem(tx, held, due, dayOf(now)) : null
    if (problem) return { problem }
    const by = auditIdOf(manager)
    const days = decision === 'given' && due !== null ? { dueDay: due, toDay: addDays(due, 1) } : {}
    const [after] = await tx
      .update(exceptions)
      .set({ ...days, state: decision, decidedAt: now, decidedBy: by, decisionReason: why || null })
      .where(eq(exceptions.id, id))
      .returning()
    if (!after) throw new Error('a decision was not written')
    const verb = decision === 'given' ? 'give-exception' : 'refuse-exception'
    await noteExceptionsInTx(tx, [{ personId, before: row, after }], { by, verb, reason: why || undefined, now })
    await tellOfExceptionsInTx(tx, [{ personId, row: after }], now)
    return { decided: decision }
  })
}

async function givingProblem(
  tx: Transaction,
  { row, personId }: HeldException,
  dueDay: Day | null,
  today: Day,
): Promise<ExceptionProblem | null> {
  const wrong = row.kind === 'extension' ? dueProblem(dueDay ?? '', today) : null
  if (wrong) return wrong
  const requirement = await requirementHolding(tx, row.requirementId ?? '', today)
  const facts = (await factsOf(tx, [personId], requirement)).get(personId)
  return facts ? personProblem(requirement, facts, { ...row, dueDay }, today) : 'not-asked'
}
