import type { Day } from '#app/i18n/day.ts'
import type { HourFacts, OverrideFact } from '#app/requirements/hours/hour-facts.ts'
import { learntOn } from '#app/requirements/hours/learnt-on.ts'
import { covers } from '#app/units/period.ts'
import type { StaffCategory } from '#app/units/unit.ts'
import { type Quota, quotaOn } from '#app/web/settings.ts'

/** All in half tiết. */
export type HoursOn = {
  year: number
  /** By which the quota is told; null: the person was in no unit. */
  category: StaffCategory | null
  /** Null: nothing is owed. */
  quota: { halfHours: number; basis: string | null; override: OverrideFact | null } | null
  total: number
  byCategory: Array<{ category: string; halfHours: number }>
  /** What waits for the agency's word; it is not in the total. */
  provisional: number
  /** Certificates and credits that make the total. */
  counted: string[]
}

/**
 * What somebody has learnt in a year, as of a day, against what they owe: a pure function of the facts. What was issued,
 * confirmed, revoked or decided after the day changes nothing of it.
 * @param quotas the rules in force on `quotaDayOf(year, day)`
 */
export function hoursOn(facts: HourFacts, quotas: readonly Quota[], year: number, day: Day): HoursOn {
  const { counted, waiting } = learntOn(facts, year, day)
  const byCategory = summedByCategory(counted)
  return {
    year,
    ...owed(facts, quotas, year, day),
    total: sum(counted),
    byCategory,
    provisional: sum(waiting),
    counted: counted.map(({ id }) => id).sort(),
  }
}

/** The day by which a year's quota is told: the day asked about, or the nearest of that year. */
export function quotaDayOf(year: number, day: Day): Day {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  return day < first ? first : day > last ? last : day
}

function owed({ places, overrides }: HourFacts, quotas: readonly Quota[], year: number, day: Day) {
  const quotaDay = quotaDayOf(year, day)
  const category = places.find((place) => covers(place, quotaDay))?.category ?? null
  const rule = category ? quotaOn({ quotas: [...quotas] }, category, quotaDay) : undefined
  const [override = null] = overrides
    .filter((one) => one.year === year && one.madeDay <= day)
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1))
  const halfHours = override?.halfHours ?? (rule && Math.round(rule.units * 2))
  return { category, quota: halfHours === undefined ? null : { halfHours, basis: rule?.basis ?? null, override } }
}

function summedByCategory(learnt: ReadonlyArray<{ category: string; halfHours: number }>) {
  const sums = new Map<string, number>()
  for (const { category, halfHours } of learnt) sums.set(category, (sums.get(category) ?? 0) + halfHours)
  return [...sums]
    .map(([category, halfHours]) => ({ category, halfHours }))
    .filter(({ halfHours }) => halfHours > 0)
    .sort((a, b) => b.halfHours - a.halfHours || (a.category < b.category ? -1 : 1))
}

function sum(learnt: ReadonlyArray<{ halfHours: number }>): number {
  return learnt.reduce((total, { halfHours }) => total + halfHours, 0)
}
