import { type Transaction, write } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { type Authority, auditIdOf, isSelf } from '#app/people/person.ts'
import { factsOf, requirementHolding } from '#app/requirements/exceptions/asked-of.server.ts'
import type { ExceptionProblems, PersonProblem } from '#app/requirements/exceptions/exception.ts'
import { type ExceptionForm, type ReadForm, readForm } from '#app/requirements/exceptions/exception-form.ts'
import { giveInTx } from '#app/requirements/exceptions/give-in-tx.server.ts'
import { noteExceptionsInTx } from '#app/requirements/exceptions/note-exceptions-in-tx.server.ts'
import { personProblem } from '#app/requirements/exceptions/person-problem.ts'
import { tellOfExceptionsInTx } from '#app/requirements/exceptions/tell-of-exceptions-in-tx.server.ts'
import { inChunks } from '#app/units/in-chunks.ts'
import { lookedAfter } from '#app/units/sight/looked-after.server.ts'

export type GiveForm = ExceptionForm & { personIds: readonly string[] }
/** `left`: who was left as they were, and why. */
export type Given = { given: Array<{ id: string; personId: string }>; left: LeftOut[] }
export type LeftOut = { personId: string; problem: PersonProblem }

const mostAtOnce = 1_000

/**
 * A manager excuses people, or gives them until a later day: up to 500 in one write, and 1,000 at once. Whoever cannot be given
 * it is left out and told of; a request that is open for the same is given with it. Nobody excuses themselves.
 * Null: none of them is this manager's.
 */
export async function giveExceptions(
  manager: Authority,
  { personIds, ...form }: GiveForm,
  now = new Date(),
): Promise<Given | { problems: ExceptionProblems } | null> {
  const read = readForm(form, dayOf(now))
  if ('problems' in read) return read
  const ids = [...new Set(personIds)]
  if (ids.length === 0) return { problems: { people: 'people-needed' } }
  if (ids.length > mostAtOnce) return { problems: { people: 'people-too-many' } }
  const done: Given = { given: [], left: [] }
  for (const chunk of inChunks(ids)) {
    const step = await write((tx) => giveStepInTx(tx, manager, chunk, read, now))
    if ('problems' in step) return step
    done.given.push(...step.given)
    done.left.push(...step.left)
  }
  const isNobodys = done.left.every(({ problem }) => problem === 'not-yours') && done.given.length === 0
  return isNobodys ? null : done
}

async function giveStepInTx(
  tx: Transaction,
  manager: Authority,
  personIds: readonly string[],
  { wanted, reason, documentNumber }: ReadForm,
  now: Date,
): Promise<Given | { problems: ExceptionProblems }> {
  const today = dayOf(now)
  const mine = await lookedAfter(manager, personIds, now, tx)
  const requirement = wanted.requirementId ? await requirementHolding(tx, wanted.requirementId, today) : null
  if (wanted.requirementId && !requirement) return { problems: { requirement: 'requirement-unknown' } }
  const others = personIds.filter((id) => mine.has(id) && !isSelf(manager, id))
  const facts = await factsOf(tx, others, requirement)
  const left: LeftOut[] = []
  for (const personId of personIds) {
    const own = facts.get(personId)
    const unfit: PersonProblem = isSelf(manager, personId) ? 'self' : 'not-yours'
    const problem = own ? personProblem(requirement, own, wanted, today) : unfit
    if (problem) left.push({ personId, problem })
  }
  const without = new Set(left.map(({ personId }) => personId))
  const fit = others.filter((id) => !without.has(id))
  if (fit.length === 0) return { given: [], left }
  const by = auditIdOf(manager)
  const changes = await giveInTx(tx, fit, wanted, { reason, documentNumber, by, now })
  await noteExceptionsInTx(tx, changes, { by, verb: 'give-exception', reason, now })
  const given = changes.map(({ personId, after }) => ({ personId, row: after }))
  await tellOfExceptionsInTx(tx, given, now)
  return { given: given.map(({ personId, row }) => ({ id: row.id, personId })), left }
}
