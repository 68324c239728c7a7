import { inArray } from 'drizzle-orm'
import { certificates } from '#app/certificates/schema.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import { fold } from '#app/i18n/fold.ts'
import { aliases } from '#app/people/schema.ts'
import type { CreditFact, HourFacts, OverrideFact, PaperFact } from '#app/requirements/hours/hour-facts.ts'
import { credits, quotaOverrides } from '#app/requirements/schema.ts'
import { earlierDay } from '#app/units/period.ts'
import { mainMemberships } from '#app/units/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/** What hours are told by, of at most 500 people and the accounts that were folded into theirs. Five queries. */
export async function readHourFacts(reads: Reads, personIds: readonly string[]): Promise<Map<string, HourFacts>> {
  const found = new Map<string, HourFacts>(personIds.map((id) => [id, none()]))
  if (found.size === 0) return found
  const rows = await reads
    .select({ personId: aliases.personId, keptId: aliases.keptId })
    .from(aliases)
    .where(inArray(aliases.keptId, [...found.keys()]))
  const keptBy = new Map(rows.map(({ personId, keptId }) => [personId, keptId]))
  const ids = [...found.keys(), ...keptBy.keys()]
  const of = (personId: string) => found.get(keptBy.get(personId) ?? personId)

  for (const row of await papersOf(reads, ids)) of(row.personId)?.papers.push(paperFrom(row))
  for (const row of await creditsOf(reads, ids)) of(row.personId)?.credits.push(creditFrom(row))
  for (const row of await overridesOf(reads, ids)) of(row.personId)?.overrides.push(overrideFrom(row))
  // Of accounts that were folded into others no place is left.
  for (const { personId, ...place } of await placesOf(reads, [...found.keys()])) found.get(personId)?.places.push(place)
  return found
}

function none(): HourFacts {
  return { papers: [], credits: [], overrides: [], places: [] }
}

function papersOf(reads: Reads, ids: string[]) {
  const { id, personId, facts, issuedAt, replacedAt, revokedAt } = certificates
  return reads
    .select({ id, personId, facts, issuedAt, replacedAt, revokedAt })
    .from(certificates)
    .where(inArray(personId, ids))
}

function creditsOf(reads: Reads, ids: string[]) {
  return reads.select().from(credits).where(inArray(credits.personId, ids))
}

function overridesOf(reads: Reads, ids: string[]) {
  return reads.select().from(quotaOverrides).where(inArray(quotaOverrides.personId, ids))
}

function placesOf(reads: Reads, ids: string[]) {
  const { personId, category, fromDay, toDay } = mainMemberships
  return reads.select({ personId, category, fromDay, toDay }).from(mainMemberships).where(inArray(personId, ids))
}

export type PaperRow = Pick<typeof certificates.$inferSelect, 'id' | 'facts' | 'issuedAt' | 'replacedAt' | 'revokedAt'>

export function paperFrom({ id, facts, issuedAt, replacedAt, revokedAt }: PaperRow): PaperFact {
  const { courseCode, category, completedOn } = facts
  const ends = [replacedAt, revokedAt].flatMap((moment) => (moment ? [dayOf(moment)] : []))
  return {
    id,
    courseCode,
    folded: fold(facts.courseTitle),
    category,
    halfHours: Math.round(facts.hours * 2),
    completedDay: completedOn,
    issuedDay: dayOf(issuedAt),
    untilDay: ends.reduce<Day | null>((first, day) => (first ? earlierDay(first, day) : day), null),
  }
}

export function creditFrom(row: typeof credits.$inferSelect): CreditFact {
  const { id, folded, category, halfHours, completedDay, evidenceHash } = row
  const decidedDay = row.decidedAt ? dayOf(row.decidedAt) : null
  const isRefused = row.state === 'refused'
  return {
    ...{ id, folded, category, halfHours, completedDay, evidenceHash },
    addedDay: dayOf(row.addedAt),
    paper: fold(row.paper ?? ''),
    confirmedDay: isRefused ? null : decidedDay,
    refusedDay: isRefused ? decidedDay : null,
    revokedDay: row.revokedAt ? dayOf(row.revokedAt) : null,
  }
}

export function overrideFrom(row: typeof quotaOverrides.$inferSelect): OverrideFact {
  const { id, year, halfHours, reason, approver, documentNumber, at } = row
  return { id, year, halfHours, reason, approver, documentNumber, at, madeDay: dayOf(at) }
}
