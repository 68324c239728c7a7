import fc from 'fast-check'
import { addDays } from '#app/i18n/calendar.ts'
import type { Day } from '#app/i18n/day.ts'
import type { Requirement } from '#app/requirements/requirement.ts'
import type { Completed, Exception, Facts } from '#app/requirements/standing/facts.ts'
import { laterDay } from '#app/units/period.ts'
import { never } from '#app/units/unit.ts'

/** The first day of what the arbitraries make; all of it happens within two years of it. */
export const begin: Day = '2026-01-01'
export const someDay = fc.integer({ min: 0, max: 700 }).map((days) => addDays(begin, days))

/** A requirement of one course, asked of whoever is bound, from the first day on. */
export function aRequirementOf(changes: Partial<Requirement> = {}): Requirement {
  return {
    id: 'requirement',
    fromDay: begin,
    toDay: never,
    window: { kind: 'fixed', opensDay: begin, dueDay: '2026-03-31' },
    graceDays: 0,
    atLeastDays: 30,
    courseIds: ['cb1'],
    renewalCourseIds: [],
    clauses: [],
    ...changes,
  }
}

export function theFacts(changes: Partial<Facts> = {}): Facts {
  return { bound: [{ fromDay: begin, toDay: never }], completed: [], exceptions: [], ...changes }
}

export function anException(kind: Exception['kind'], changes: Partial<Exception> = {}): Exception {
  return {
    id: 'exception',
    kind,
    requirementId: null,
    fromDay: begin,
    toDay: never,
    dueDay: null,
    givenDay: begin,
    takenBackDay: null,
    ...changes,
  }
}

const window = fc.oneof(
  fc.record({ kind: fc.constant('joining' as const), days: fc.integer({ min: 0, max: 90 }) }),
  fc.record({
    kind: fc.constant('recurring' as const),
    firstDay: someDay,
    everyMonths: fc.constantFrom(1, 2, 3, 6, 12),
  }),
  fc
    .tuple(someDay, fc.integer({ min: 0, max: 200 }))
    .map(([opensDay, days]) => ({ kind: 'fixed' as const, opensDay, dueDay: addDays(opensDay, days) })),
)

const course = fc.constantFrom('cb1', 'cb2', 'again')

export const someRequirement: fc.Arbitrary<Requirement> = fc
  .record({
    window,
    fromDay: someDay,
    graceDays: fc.integer({ min: 0, max: 10 }),
    atLeastDays: fc.integer({ min: 0, max: 30 }),
    courseIds: fc.constantFrom<string[]>(['cb1'], ['cb1', 'cb2']),
    renewalCourseIds: fc.constantFrom<string[]>([], ['again']),
  })
  .map((changes) => aRequirementOf(changes))

const length = fc.option(fc.integer({ min: 1, max: 300 }), { nil: null })
const after = (day: Day, days: number | null) => (days === null ? never : addDays(day, days))

const completed: fc.Arbitrary<Completed> = fc
  .tuple(course, someDay, length)
  .map(([courseId, day, days]) => ({ courseId, day, untilDay: days === null ? null : addDays(day, days) }))

const exception: fc.Arbitrary<Exception> = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom('extension' as const, 'waiver' as const, 'pause' as const),
    fromDay: someDay,
    days: length,
    more: fc.integer({ min: 0, max: 100 }),
    givenDay: someDay,
    heldDays: length,
  })
  .map(({ id, kind, fromDay, days, more, givenDay, heldDays }) => ({
    id,
    kind,
    requirementId: null,
    fromDay,
    toDay: after(fromDay, days),
    dueDay: kind === 'extension' ? addDays(fromDay, more) : null,
    givenDay,
    takenBackDay: heldDays === null ? null : addDays(givenDay, heldDays),
  }))

/** Periods in order that do not touch. */
const bound = fc.array(fc.tuple(someDay, fc.integer({ min: 1, max: 400 })), { maxLength: 3 }).map((pairs) => {
  let free = begin
  return pairs.sort().flatMap(([day, days]) => {
    const period = { fromDay: laterDay(day, free), toDay: addDays(day, days) }
    if (period.fromDay >= period.toDay) return []
    free = addDays(period.toDay, 1)
    return [period]
  })
})

export const someFacts: fc.Arbitrary<Facts> = fc.record({
  bound,
  completed: fc.array(completed, { maxLength: 4 }),
  exceptions: fc.array(exception, { maxLength: 4 }),
})

/** What was known of the facts at the end of a day. */
export function asKnownOn(facts: Facts, day: Day): Facts {
  return {
    bound: facts.bound
      .filter(({ fromDay }) => fromDay <= day)
      .map((one) => ({ ...one, toDay: one.toDay > day ? never : one.toDay })),
    completed: facts.completed
      .filter((one) => one.day <= day)
      .map((one) => ({ ...one, untilDay: one.untilDay !== null && one.untilDay > day ? null : one.untilDay })),
    exceptions: facts.exceptions
      .filter(({ givenDay }) => givenDay <= day)
      .map((one) => ({
        ...one,
        takenBackDay: one.takenBackDay !== null && one.takenBackDay > day ? null : one.takenBackDay,
      })),
  }
}
