import { and, inArray, isNull } from 'drizzle-orm'
import { auditAllInTx } from '#app/audit/audit-all-in-tx.server.ts'
import { type Transaction, write } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import { type Told, tellAllInTx } from '#app/messages/tell-in-tx.server.ts'
import { type Authority, auditIdOf } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { factsOf, requirementHolding } from '#app/requirements/exceptions/asked-of.server.ts'
import type { Published } from '#app/requirements/keeping/published.server.ts'
import { isOpen } from '#app/requirements/reminders/ladder.ts'
import { learnerLetter } from '#app/requirements/reminders/learner-letter.ts'
import { standingOn } from '#app/requirements/standing/standing-on.ts'
import { inChunks } from '#app/units/in-chunks.ts'
import { lookedAfter } from '#app/units/sight/looked-after.server.ts'

export type NotReminded = 'not-yours' | 'nothing-open' | 'reminded-today'
/** `left`: who was not reminded, and why. */
export type Reminded = { told: string[]; left: Array<{ personId: string; problem: NotReminded }> }

/**
 * A manager reminds people of one requirement by hand: each once a day, whatever the ladder says. Whoever has nothing left
 * to do is left out and told of. Null: no such requirement, or none of them is this manager's.
 */
export async function remindNow(
  actor: Authority,
  { requirementId, personIds }: { requirementId: string; personIds: readonly string[] },
  now = new Date(),
): Promise<Reminded | null> {
  const done: Reminded = { told: [], left: [] }
  for (const ids of inChunks([...new Set(personIds)])) {
    const step = await write((tx) => remindStepInTx(tx, actor, { requirementId, ids, now }))
    if (!step) return null
    done.told.push(...step.told)
    done.left.push(...step.left)
  }
  return done.told.length === 0 && done.left.every(({ problem }) => problem === 'not-yours') ? null : done
}

type Asked = { requirementId: string; ids: string[]; now: Date }

async function remindStepInTx(tx: Transaction, actor: Authority, { requirementId, ids, now }: Asked) {
  const requirement = await requirementHolding(tx, requirementId, dayOf(now))
  if (!requirement) return null
  const mine = await lookedAfter(actor, ids, now, tx)
  const open = await toDosOf(tx, requirement, [...mine], dayOf(now))
  const contacts = await contactsOf(tx, [...open.keys()])
  const step: Reminded = { told: [], left: [] }
  const letters: Told[] = []
  for (const personId of ids) {
    const [toDo, person] = [open.get(personId), contacts.get(personId)]
    if (toDo && person) letters.push(letterTo(person, { toDo, requirementId, now }))
    else step.left.push({ personId, problem: mine.has(personId) ? 'nothing-open' : 'not-yours' })
  }
  const ways = await tellAllInTx(tx, letters)
  for (const [place, { person }] of letters.entries()) {
    if (ways[place] === 'already') step.left.push({ personId: person.id, problem: 'reminded-today' })
    else step.told.push(person.id)
  }
  const lines = step.told.map((personId) => lineOf(personId, requirementId, open.get(personId)?.dueDay ?? null))
  await auditAllInTx(tx, auditIdOf(actor), lines, now)
  return step
}

type Person = { id: string; email: string | null; phone: string | null; language: 'vi' | 'en' }
type ToDo = Parameters<typeof learnerLetter>[0][number]

function letterTo(
  person: Person,
  { toDo, requirementId, now }: { toDo: ToDo; requirementId: string; now: Date },
): Told {
  const day = dayOf(now)
  const key = `by hand ${requirementId} ${person.id} ${day}`
  return { person, kind: 'reminder', key, ...learnerLetter([toDo], day, person.language), now }
}

/** By their facts and not by what was noted: who finished a moment ago is not reminded. */
async function toDosOf(tx: Transaction, requirement: Published, ids: string[], day: Day): Promise<Map<string, ToDo>> {
  const toDos = new Map<string, ToDo>()
  const { title, unitName, decisionNumber, decisionDay } = requirement
  for (const [personId, facts] of await factsOf(tx, ids, requirement)) {
    const { standing, dueDay, lateDay } = standingOn(requirement, facts, day)
    if (!isOpen(standing) || dueDay === null || lateDay === null) continue
    toDos.set(personId, { title, unitName, decisionNumber, decisionDay, dueDay, lateDay })
  }
  return toDos
}

async function contactsOf(tx: Transaction, ids: string[]): Promise<Map<string, Person>> {
  const { id, email, phone, language } = people
  const rows = await tx
    .select({ id, email, phone, language })
    .from(people)
    .where(and(inArray(id, ids), isNull(people.closedAt)))
  return new Map(rows.map((person) => [person.id, person]))
}

function lineOf(personId: string, requirementId: string, dueDay: Day | null) {
  return { verb: 'requirements.remind', subjectKind: 'person', subjectId: personId, after: { requirementId, dueDay } }
}
