import { and, eq, exists, gt, lte, sql } from 'drizzle-orm'
import type { HeldCertificate } from '#app/certificates/certificates-of.server.ts'
import { db, type Transaction } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import { fold } from '#app/i18n/fold.ts'
import { isOfPerson } from '#app/people/folded.server.ts'
import type { Actor } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import type { PaperFact } from '#app/requirements/hours/hour-facts.ts'
import { type HoursOn, hoursOn } from '#app/requirements/hours/hours-on.ts'
import { readHourFacts } from '#app/requirements/hours/read-hour-facts.server.ts'
import { credits, quotaOverrides } from '#app/requirements/schema.ts'
import { mainMemberships } from '#app/units/schema.ts'
import { never } from '#app/units/unit.ts'
import { settingsOn } from '#app/web/settings.server.ts'

/**
 * One's own hours of this year as of today, for the page that has one's papers at hand. One query; five more for the few
 * who told of learning elsewhere or whose quota was changed.
 */
export async function ownHours(person: Actor, papers: readonly HeldCertificate[], now = new Date()): Promise<HoursOn> {
  const today = dayOf(now)
  const [known] = await readKnown(db, { personId: person.id, day: today })
  const places = known?.category ? [{ category: known.category, fromDay: today, toDay: never }] : []
  const facts = known?.hasMore ? (await readHourFacts(db, [person.id])).get(person.id) : undefined
  const told = facts ?? { papers: papers.flatMap(paperFact), credits: [], overrides: [], places }
  return hoursOn(told, settingsOn(today).quotas, Number(today.slice(0, 4)), today)
}

const readKnown = statement((reads: Pick<Transaction, 'select'>) => {
  const [personId, day] = [sql.placeholder('personId'), sql.placeholder('day')]
  const one = { one: sql`1` }
  const told = reads
    .select(one)
    .from(credits)
    .where(isOfPerson(credits.personId, personId, reads))
  const changed = reads
    .select(one)
    .from(quotaOverrides)
    .where(isOfPerson(quotaOverrides.personId, personId, reads))
  return reads
    .select({
      category: mainMemberships.category,
      hasMore: sql<number>`case when ${exists(told)} or ${exists(changed)} then 1 else 0 end`.mapWith(Number),
    })
    .from(people)
    .leftJoin(
      mainMemberships,
      and(eq(mainMemberships.personId, people.id), lte(mainMemberships.fromDay, day), gt(mainMemberships.toDay, day)),
    )
    .where(eq(people.id, personId))
})

/** Of papers that were replaced none is held; one that was revoked counts no more today. */
function paperFact({ code, state, facts, issuedAt }: HeldCertificate): PaperFact[] {
  if (state !== 'valid') return []
  const { courseCode, category, completedOn: completedDay } = facts
  const issued: Day = dayOf(issuedAt)
  const halfHours = Math.round(facts.hours * 2)
  return [
    {
      id: code,
      courseCode,
      folded: fold(facts.courseTitle),
      category,
      halfHours,
      completedDay,
      issuedDay: issued,
      untilDay: null,
    },
  ]
}
