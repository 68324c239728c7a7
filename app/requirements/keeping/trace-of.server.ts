import { db } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { factsFor } from '#app/requirements/keeping/facts-for.ts'
import type { Published } from '#app/requirements/keeping/published.server.ts'
import { type PersonFacts, readPeople } from '#app/requirements/keeping/read-people.server.ts'
import { reasonsOf, reportedOf, unitNames } from '#app/requirements/keeping/read-trace.server.ts'
import type { Ground, Reported, Trace, TraceEvent } from '#app/requirements/keeping/trace.ts'
import { treeOf } from '#app/requirements/keeping/tree-of.server.ts'
import { boundPeriods, type Tree } from '#app/requirements/standing/audience.ts'
import type { Facts } from '#app/requirements/standing/facts.ts'
import { standingOn } from '#app/requirements/standing/standing-on.ts'
import { covers, earlierDay } from '#app/units/period.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { sightOf } from '#app/units/sight/sight-of.server.ts'

/**
 * The events behind how a person stood to a requirement on a day: when they came under it and why, what was decided and taken
 * back, what was done and revoked, what was reported when; and what the records say now, where that is something else. A day
 * to come is told as today. Null: not there, or not this viewer's to see. Some twelve queries.
 */
export async function traceOf(
  viewer: Authority,
  personId: string,
  requirementId: string,
  asked: Day,
  now = new Date(),
): Promise<Trace | null> {
  const day = earlierDay(asked, dayOf(now))
  const seen = await seenHere(viewer, personId, day, now)
  const told = seen && (await reportedOf(personId, requirementId, day))
  const own = told && (await readPeople(db, [personId])).get(personId)
  if (!told || !own) return null
  const { requirement, person, reported: rows } = told
  const tree = await treeOf(
    db,
    [...own.places, ...requirement.clauses].map(({ unitId }) => unitId),
  )
  const facts = factsFor(requirement, own, tree)
  const reasons = seen.isBand ? new Map() : await reasonsOf(facts.exceptions.map(({ id }) => id))
  const names = await unitNames(requirement.clauses.map(({ unitId }) => unitId))
  const groundsOn = groundsFor(requirement, own, tree, names)
  const events = [
    ...boundEvents(facts, groundsOn),
    ...learningEvents(facts, [...requirement.courseIds, ...requirement.renewalCourseIds]),
    ...exceptionEvents(facts, requirementId, reasons),
    ...rows.map((row) => ({ kind: 'reported' as const, ...row })),
  ]
  const reported = rows.at(-1) ?? null
  const live = standingOn(requirement, facts, day)
  return {
    person,
    requirement,
    reported,
    live,
    differs: isOther(reported, live),
    events: events.filter((event) => event.day <= day).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
  }
}

async function seenHere(viewer: Authority, personId: string, day: Day, now: Date) {
  if (viewer !== 'command-line' && viewer.id === personId) return { isBand: false }
  const seen = await sightOf(await seenBy(viewer, dayOf(now)), personId)
  if (!seen || (seen.historyFrom !== null && day < seen.historyFrom)) return null
  return { isBand: seen.sight === 'band' }
}

/** While somebody is away their last day moves on day by day; it is noted anew when they are back. */
function isOther(reported: Reported | null, live: Pick<Reported, 'standing' | 'dueDay'>): boolean {
  if (!reported || reported.standing === 'not-due') return live.standing !== 'not-due'
  if (reported.standing !== live.standing) return true
  return ['due', 'soon', 'overdue'].includes(live.standing) && reported.dueDay !== live.dueDay
}

/** What of a requirement meant somebody on a day. */
function groundsFor(requirement: Published, person: PersonFacts, tree: Tree, names: Map<string, string>) {
  const { fromDay, toDay, clauses } = requirement
  const named = person.named.get(requirement.id) ?? []
  return (day: Day): Ground[] => {
    const meant = clauses.filter((clause) => {
      const only = { clauses: [clause], fromDay, toDay }
      return boundPeriods(only, { places: person.places, named: [] }, tree).some((period) => covers(period, day))
    })
    const units = meant.map(({ unitId, withBelow }) => ({ unitId, unitName: names.get(unitId) ?? '', withBelow }))
    return named.some((period) => covers(period, day)) ? [...units, 'named'] : units
  }
}

function boundEvents({ bound }: Facts, groundsOn: (day: Day) => Ground[]): TraceEvent[] {
  return bound.flatMap(({ fromDay, toDay }) => [
    { kind: 'asked', day: fromDay, grounds: groundsOn(fromDay) },
    { kind: 'asked-no-more', day: toDay },
  ])
}

function learningEvents({ completed }: Facts, courseIds: readonly string[]): TraceEvent[] {
  return completed
    .filter(({ courseId }) => courseIds.includes(courseId))
    .flatMap(({ courseId, day, untilDay }): TraceEvent[] => [
      { kind: 'completed', day, courseId },
      ...(untilDay === null ? [] : [{ kind: 'revoked' as const, day: untilDay, courseId }]),
    ])
}

function exceptionEvents(
  { exceptions }: Facts,
  requirementId: string,
  reasons: Map<string, { reason: string; documentNumber: string | null; takenBackReason: string | null }>,
): TraceEvent[] {
  return exceptions
    .filter((one) => one.requirementId === null || one.requirementId === requirementId)
    .flatMap((exception): TraceEvent[] => {
      const told = reasons.get(exception.id)
      const documentNumber = told?.documentNumber ?? null
      const given = { kind: 'given' as const, exception, reason: told?.reason ?? null, documentNumber }
      const { givenDay, takenBackDay } = exception
      if (takenBackDay === null) return [{ ...given, day: givenDay }]
      const back = { ...given, kind: 'taken-back' as const, day: takenBackDay, reason: told?.takenBackReason ?? null }
      return [{ ...given, day: givenDay }, back]
    })
}
