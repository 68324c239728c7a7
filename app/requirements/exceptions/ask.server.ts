import { and, eq } from 'drizzle-orm'
import { type Transaction, write } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import { isOfPerson } from '#app/people/folded.server.ts'
import type { Actor } from '#app/people/person.ts'
import { factsOf, requirementHolding } from '#app/requirements/exceptions/asked-of.server.ts'
import type { ExceptionProblems, Wanted } from '#app/requirements/exceptions/exception.ts'
import { readForm } from '#app/requirements/exceptions/exception-form.ts'
import { noteExceptionsInTx } from '#app/requirements/exceptions/note-exceptions-in-tx.server.ts'
import { personProblem, turnEnd } from '#app/requirements/exceptions/person-problem.ts'
import { exceptions } from '#app/requirements/schema.ts'
import { earlierDay } from '#app/units/period.ts'

export type AskForm = {
  kind: 'extension' | 'waiver'
  requirementId: string
  /** Of an extension: the new last day. A waiver is of this turn alone. */
  dueDay?: string
  reason: string
  documentNumber?: string
}

/**
 * A learner asks for an extension or a waiver of something that is asked of them. One request about one requirement is open
 * at a time; whoever looks after the learner decides it.
 */
export function askForException(
  person: Actor,
  form: AskForm,
  now = new Date(),
): Promise<{ asked: string } | { problems: ExceptionProblems }> {
  const today = dayOf(now)
  const { kind, requirementId, dueDay, reason, documentNumber } = form
  const read = readForm({ kind, requirementId, dueDay, reason, documentNumber }, today)
  if ('problems' in read) return Promise.resolve(read)
  return write(async (tx) => {
    const asked = await askedInTx(tx, person.id, read.wanted, today)
    if ('problems' in asked) return asked
    const values = { ...asked, personId: person.id, reason: read.reason, documentNumber: read.documentNumber }
    const [after] = await tx
      .insert(exceptions)
      .values({ ...values, askedAt: now, state: 'asked' })
      .returning()
    if (!after) throw new Error('a request was not written')
    const changes = [{ personId: person.id, before: null, after }]
    await noteExceptionsInTx(tx, changes, { by: person.id, verb: 'ask-exception', now })
    return { asked: after.id }
  })
}

/** What is asked for, a waiver up to the end of the turn; or why it cannot be. */
async function askedInTx(
  tx: Transaction,
  personId: string,
  wanted: Wanted,
  today: Day,
): Promise<Wanted | { problems: ExceptionProblems }> {
  const requirement = await requirementHolding(tx, wanted.requirementId ?? '', today)
  const facts = requirement && (await factsOf(tx, [personId], requirement)).get(personId)
  const end = facts ? turnEnd(requirement, facts, today) : null
  if (!facts || end === null) return { problems: { requirement: requirement ? 'not-asked' : 'requirement-unknown' } }
  if (await hasAsked(tx, personId, requirement.id)) return { problems: { requirement: 'asked-already' } }
  const whole = wanted.kind === 'waiver' ? { ...wanted, toDay: earlierDay(end, requirement.toDay) } : wanted
  const problem = personProblem(requirement, facts, whole, today)
  if (problem) return { problems: { [problem.startsWith('due-') ? 'dueDay' : 'requirement']: problem } }
  return whole
}

async function hasAsked(tx: Transaction, personId: string, requirementId: string): Promise<boolean> {
  const isOpen = and(eq(exceptions.requirementId, requirementId), eq(exceptions.state, 'asked'))
  const [open] = await tx
    .select({ id: exceptions.id })
    .from(exceptions)
    .where(and(isOfPerson(exceptions.personId, personId, tx), isOpen))
    .limit(1)
  return open !== undefined
}
