import { and, eq } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { isOfPerson } from '#app/people/folded.server.ts'
import { people } from '#app/people/schema.ts'
import { type HoursOn, hoursOn } from '#app/requirements/hours/hours-on.ts'
import { creditFrom, overrideFrom, type PaperRow, paperFrom } from '#app/requirements/hours/read-hour-facts.server.ts'
import { credits, quotaOverrides } from '#app/requirements/schema.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { mainMemberships } from '#app/units/schema.ts'
import { never } from '#app/units/unit.ts'
import { settingsOn } from '#app/web/settings.server.ts'

/**
 * The hours of a person's year as of today, for whoever has their papers at hand and was shown the person: decides no
 * permission. One query.
 */
export async function hoursOfOne(personId: string, papers: readonly PaperRow[], today: Day): Promise<HoursOn> {
  const year = Number(today.slice(0, 4))
  const rows = await besideEachOther(personId, year, today)
  const category = rows.find((row) => row.category !== null)?.category
  const facts = {
    papers: papers.map(paperFrom),
    credits: each(rows.map(({ credit }) => credit)).map(creditFrom),
    overrides: each(rows.map(({ override }) => override)).map(overrideFrom),
    places: category ? [{ category, fromDay: today, toDay: never }] : [],
  }
  return hoursOn(facts, settingsOn(today).quotas, year, today)
}

/** What was learnt elsewhere beside each quota of the year: few rows of each, and most people have neither. */
function besideEachOther(personId: string, year: number, day: Day) {
  return db
    .select({ category: mainMemberships.category, credit: credits, override: quotaOverrides })
    .from(people)
    .leftJoin(mainMemberships, and(eq(mainMemberships.personId, people.id), onDay(mainMemberships, day)))
    .leftJoin(credits, eq(credits.personId, people.id))
    .leftJoin(quotaOverrides, and(eq(quotaOverrides.personId, people.id), eq(quotaOverrides.year, year)))
    .where(isOfPerson(people.id, personId))
}

function each<Row extends { id: string }>(rows: ReadonlyArray<Row | null>): Row[] {
  return [...new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : []))).values()]
}
