import type { Transaction } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { type Told, tellAllInTx } from '#app/messages/tell-in-tx.server.ts'
import type { Published } from '#app/requirements/keeping/published.server.ts'
import { hearsOf } from '#app/requirements/reminders/ladder.ts'
import { learnerLetter, type ToDo } from '#app/requirements/reminders/learner-letter.ts'
import { type Due, type DueOfPerson, stepsDue } from '#app/requirements/reminders/steps-due.server.ts'
import { reminders } from '#app/requirements/schema.ts'
import { inChunks } from '#app/units/in-chunks.ts'

type Run = { day: Day; at: Date; published: ReadonlyMap<string, Published> }

/** Inner step: notes the steps that these people take on a day, and tells each of them what was noted, in one message. */
export async function takeStepsInTx(tx: Transaction, personIds: readonly string[], run: Run): Promise<DueOfPerson[]> {
  const all = await stepsDue(tx, personIds, run.day)
  const rows = all.flatMap(({ person, due }) => due.flatMap((one) => rowsOf(person.id, one, run.day)))
  const noted = new Set<string>()
  for (const chunk of inChunks(rows)) {
    const made = await tx.insert(reminders).values(chunk).onConflictDoNothing().returning()
    for (const row of made) noted.add(keyOf(row))
  }
  const taken = all.map(({ person, due }) => ({
    person,
    due: due.filter((one) => noted.has(keyOf({ ...one, personId: person.id }))),
  }))
  await tellAllInTx(
    tx,
    taken.flatMap((one) => letterTo(one, run)),
  )
  return taken
}

function letterTo({ person, due }: DueOfPerson, run: Run): Told[] {
  const toDos = due.filter((one) => hearsOf(one).learner).flatMap((one) => toDoOf(one, run))
  if (toDos.length === 0) return []
  const letter = learnerLetter(toDos, run.day, person.language)
  return [{ person, kind: 'reminder', key: `reminder ${person.id} ${run.day}`, ...letter, now: run.at }]
}

function rowsOf(personId: string, { step, passedOver, requirementId, opensDay, dueDay }: Due, day: Day) {
  return [step, ...passedOver].map((one) => {
    return { requirementId, personId, opensDay, dueDay, step: one, day, isSent: one === step }
  })
}

function keyOf({ requirementId, personId, step }: { requirementId: string; personId: string; step: string }): string {
  return `${requirementId} ${personId} ${step}`
}

function toDoOf({ requirementId, dueDay, lateDay }: Due, { published }: Run): ToDo[] {
  const asked = published.get(requirementId)
  if (!asked) return []
  const { title, unitName, decisionNumber, decisionDay } = asked
  return [{ title, unitName, decisionNumber, decisionDay, dueDay, lateDay }]
}
