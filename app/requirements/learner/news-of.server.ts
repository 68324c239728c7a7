import { and, asc, count, eq, inArray, isNull, sql } from 'drizzle-orm'
import { db, type Transaction } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'
import { daysBetween } from '#app/i18n/calendar.ts'
import type { Day } from '#app/i18n/day.ts'
import { notices } from '#app/messages/schema.ts'
import type { Actor } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { requirements, standings } from '#app/requirements/schema.ts'
import { never } from '#app/units/unit.ts'

/** What a public page tells somebody of themselves. */
export type News = {
  unread: number
  /** What is due next, the late first; `daysLeft` below zero: the day has passed; `late`: how many are. Null: nothing is. */
  due: { title: string; day: Day; daysLeft: number; late: number } | null
}

/** Notices that were not read, and what is due next, as the keeper noted it. One query. */
export async function newsOf(person: Actor, today: Day): Promise<News> {
  const rows = await readNews(db, { personId: person.id, never })
  const open = rows.flatMap(({ title, day, lateDay, standing }) => {
    if (title === null || day === null) return []
    const isLate = standing === 'overdue' || (lateDay !== null && lateDay <= today)
    return [{ title, day, daysLeft: daysBetween(today, day), isLate }]
  })
  const late = open.filter(({ isLate }) => isLate)
  const [next] = late.length > 0 ? late : open
  if (!next) return { unread: rows[0]?.unread ?? 0, due: null }
  const { title, day, daysLeft } = next
  return { unread: rows[0]?.unread ?? 0, due: { title, day, daysLeft, late: late.length } }
}

const readNews = statement((reads: Pick<Transaction, 'select'>) => {
  const personId = sql.placeholder('personId')
  const unread = reads
    .select({ count: count() })
    .from(notices)
    .where(and(eq(notices.personId, personId), isNull(notices.readAt)))
  const { title } = requirements
  const { standing, dueDay, lateDay } = standings
  const isOpen = inArray(standing, ['due', 'soon', 'overdue'])
  return reads
    .select({ title, day: dueDay, lateDay, standing, unread: sql<number>`(${unread})`.mapWith(Number) })
    .from(people)
    .leftJoin(standings, and(eq(standings.personId, people.id), eq(standings.toDay, sql.placeholder('never')), isOpen))
    .leftJoin(requirements, eq(requirements.id, standings.requirementId))
    .where(eq(people.id, personId))
    .orderBy(asc(dueDay), asc(title))
})
