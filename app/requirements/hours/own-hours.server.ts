import type { HeldCertificate } from '#app/certificates/certificates-of.server.ts'
import { db } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import { fold } from '#app/i18n/fold.ts'
import type { Actor } from '#app/people/person.ts'
import type { PaperFact } from '#app/requirements/hours/hour-facts.ts'
import { type HoursOn, hoursOn } from '#app/requirements/hours/hours-on.ts'
import type { OwnKnown } from '#app/requirements/hours/own-known.server.ts'
import { readHourFacts } from '#app/requirements/hours/read-hour-facts.server.ts'
import { never } from '#app/units/unit.ts'
import { settingsOn } from '#app/web/settings.server.ts'

/**
 * One's own hours of this year as of today, for the page that has one's papers at hand. `known` says whether more must be
 * read: five queries for the few who told of learning elsewhere or whose quota was changed.
 */
export async function ownHours(
  person: Actor,
  papers: readonly HeldCertificate[],
  known: OwnKnown,
  now = new Date(),
): Promise<HoursOn> {
  const today = dayOf(now)
  const places = known.category ? [{ category: known.category, fromDay: today, toDay: never }] : []
  const facts = known.hasMore ? (await readHourFacts(db, [person.id])).get(person.id) : undefined
  const told = facts ?? { papers: papers.flatMap(paperFact), credits: [], overrides: [], places }
  return hoursOn(told, settingsOn(today).quotas, Number(today.slice(0, 4)), today)
}

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
