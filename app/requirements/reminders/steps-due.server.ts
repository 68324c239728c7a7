import { and, asc, eq, inArray, isNull, lte, notExists, sql } from 'drizzle-orm'
import { addDays } from '#app/i18n/calendar.ts'
import type { Day } from '#app/i18n/day.ts'
import { changedPeople, people } from '#app/people/schema.ts'
import { comes, type LadderStep, ladderSteps, stepDue, type Taking } from '#app/requirements/reminders/ladder.ts'
import { reminders, standings } from '#app/requirements/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'
import { never } from '#app/units/unit.ts'

type Standing = typeof standings.$inferSelect
export type Due = Taking & { requirementId: string; opensDay: Day; dueDay: Day; lateDay: Day }
export type DueOfPerson = {
  person: { id: string; email: string | null; phone: string | null; language: 'vi' | 'en' }
  due: Due[]
}

/**
 * Who has a step of the ladder to take on a day, in the order of their ids, all at once: it reads everybody on the ladder,
 * 0.2 s for a province, and would for every hundred. Too many are harmless: what is due is decided by `stepsDue`.
 */
export async function peopleOnLadder(reads: Reads, day: Day): Promise<string[]> {
  const rows = await reads
    .selectDistinct({ personId: standings.personId })
    .from(standings)
    .where(and(isOnLadder(day), notExists(latestStepOf(reads, day))))
    .orderBy(asc(standings.personId))
  return rows.map(({ personId }) => personId)
}

/**
 * The steps that these people have to take on a day. Who was told something on that day already waits for the next, and so
 * does whoever changed since the standings were noted: they may be done. Four queries.
 */
export async function stepsDue(reads: Reads, personIds: readonly string[], day: Day): Promise<DueOfPerson[]> {
  const ids = [...personIds]
  const rows = await reads
    .select()
    .from(standings)
    .where(and(inArray(standings.personId, ids), isOnLadder(day)))
    .orderBy(asc(standings.dueDay), asc(standings.requirementId))
  const taken = await reads.select().from(reminders).where(inArray(reminders.personId, ids))
  const changed = await reads.select().from(changedPeople).where(inArray(changedPeople.personId, ids))
  const waits = new Set(changed.map(({ personId }) => personId))
  for (const { personId, day: on, isSent } of taken) if (isSent && on === day) waits.add(personId)
  const { id, email, phone, language } = people
  const open = await reads
    .select({ id, email, phone, language })
    .from(people)
    .where(and(inArray(id, ids), isNull(people.closedAt)))
  return open
    .filter((person) => !waits.has(person.id))
    .map((person) => ({ person, due: dueOf(rowsOf(rows, person.id), rowsOf(taken, person.id), day) }))
    .filter(({ due }) => due.length > 0)
}

function dueOf(rows: readonly Standing[], taken: ReadonlyArray<typeof reminders.$inferSelect>, day: Day): Due[] {
  return rows.flatMap(({ requirementId, standing, opensDay, dueDay, lateDay }) => {
    if (opensDay === null || dueDay === null || lateDay === null) return []
    const ofTurn = taken.filter(
      (one) => one.requirementId === requirementId && one.opensDay === opensDay && one.dueDay === dueDay,
    )
    const steps = new Set<LadderStep>(ofTurn.map(({ step }) => step))
    const taking = stepDue({ standing, dueDay, lateDay }, steps, day)
    return taking ? [{ ...taking, requirementId, opensDay, dueDay, lateDay }] : []
  })
}

/** From two weeks before the due day on. */
function isOnLadder(day: Day) {
  return and(
    eq(standings.toDay, never),
    inArray(standings.standing, ['due', 'soon', 'overdue']),
    lte(standings.dueDay, addDays(day, 14)),
  )
}

/** The last step that has come by a day, if it was taken: whoever took it has no more to hear until the next comes. */
function latestStepOf(reads: Reads, day: Day) {
  const cases = [...ladderSteps].reverse().map((step) => {
    const { after, days } = comes[step]
    return sql`when ${standings[after]} <= ${addDays(day, -days)} then ${step}`
  })
  return reads
    .select({ one: sql`1` })
    .from(reminders)
    .where(
      and(
        eq(reminders.requirementId, standings.requirementId),
        eq(reminders.personId, standings.personId),
        eq(reminders.opensDay, standings.opensDay),
        eq(reminders.dueDay, standings.dueDay),
        eq(reminders.step, sql`case ${sql.join(cases, sql` `)} end`),
      ),
    )
}

function rowsOf<Row extends { personId: string }>(rows: readonly Row[], personId: string): Row[] {
  return rows.filter((row) => row.personId === personId)
}
