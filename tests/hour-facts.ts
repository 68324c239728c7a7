import fc from 'fast-check'
import { addDays } from '#app/i18n/calendar.ts'
import type { Day } from '#app/i18n/day.ts'
import type { CreditFact, HourFacts, OverrideFact, PaperFact } from '#app/requirements/hours/hour-facts.ts'
import { never, staffCategories } from '#app/units/unit.ts'
import type { Quota } from '#app/web/settings.ts'

const begin: Day = '2025-07-01'
/** Days on both sides of the turn of two years. */
export const someHourDay = fc.integer({ min: 0, max: 700 }).map((days) => addDays(begin, days))

/** 40 tiết a year for công chức. */
export const fortyHours: Quota[] = [{ category: 'cong_chuc', units: 40, basis: 'Nghị định mẫu', from: '2026-01-01' }]

export function theHourFacts(changes: Partial<HourFacts> = {}): HourFacts {
  const place = { category: 'cong_chuc' as const, fromDay: '2020-01-01', toDay: never }
  return { papers: [], credits: [], overrides: [], places: [place], ...changes }
}

/** A certificate of 10 tiết. */
export function aPaperFact(changes: Partial<PaperFact> = {}): PaperFact {
  return {
    id: 'paper',
    courseCode: 'CB2',
    folded: 'an toan thong tin',
    category: 'KHCN_KNS',
    halfHours: 20,
    completedDay: '2026-03-10',
    issuedDay: '2026-03-10',
    untilDay: null,
    ...changes,
  }
}

/** Learning elsewhere of 10 tiết, told on 1 April 2026 and confirmed on the 10th. */
export function aCreditFact(changes: Partial<CreditFact> = {}): CreditFact {
  return {
    id: 'credit',
    folded: 'quan ly nha nuoc',
    category: 'QLNN',
    halfHours: 20,
    completedDay: '2026-03-20',
    addedDay: '2026-04-01',
    paper: '',
    evidenceHash: 'a',
    confirmedDay: '2026-04-10',
    refusedDay: null,
    revokedDay: null,
    ...changes,
  }
}

export function anOverrideFact(changes: Partial<OverrideFact> = {}): OverrideFact {
  const at = new Date('2026-05-01T03:00:00Z')
  const words = { reason: 'Nghỉ thai sản', approver: 'Giám đốc Sở Nội vụ', documentNumber: null }
  return { id: 'override', year: 2026, halfHours: 40, ...words, at, madeDay: '2026-05-01', ...changes }
}

const id = fc.uuid()
const category = fc.constantFrom('LLCT', 'QLNN', 'KHCN_KNS')
const halfHours = fc.integer({ min: 0, max: 90 })
const folded = fc.constantFrom('mot', 'hai', 'ba', 'bon')
const later = fc.integer({ min: 0, max: 60 })
const maybeDay = fc.option(later, { nil: null })
const after = (day: Day, days: number | null) => (days === null ? null : addDays(day, days))

const somePaper: fc.Arbitrary<PaperFact> = fc
  .record({ id, courseCode: fc.constantFrom('CB1', 'CB2', 'CB3'), folded, category, halfHours, day: someHourDay })
  .chain(({ day, ...paper }) =>
    fc.tuple(later, maybeDay).map(([wait, until]) => {
      const issuedDay = addDays(day, wait)
      return { ...paper, completedDay: day, issuedDay, untilDay: after(issuedDay, until) }
    }),
  )

const someCredit: fc.Arbitrary<CreditFact> = fc
  .record({
    ...{ id, folded, category, halfHours, day: someHourDay },
    paper: fc.constantFrom('', '', '12/gcn', '13/gcn'),
    evidenceHash: fc.constantFrom('a', 'b', 'c', 'd'),
  })
  .chain(({ day, ...credit }) =>
    fc.tuple(later, fc.boolean(), maybeDay, maybeDay).map(([wait, isConfirmed, decided, revoked]) => {
      const addedDay = addDays(day, wait)
      const decidedDay = after(addedDay, decided)
      const confirmedDay = isConfirmed ? decidedDay : null
      return {
        ...{ ...credit, completedDay: day, addedDay, confirmedDay },
        refusedDay: isConfirmed ? null : decidedDay,
        revokedDay: confirmedDay ? after(confirmedDay, revoked) : null,
      }
    }),
  )

const someOverride: fc.Arbitrary<OverrideFact> = fc
  .record({ id, year: fc.constantFrom(2025, 2026, 2027), halfHours, madeDay: someHourDay })
  .map(({ madeDay, ...override }) => anOverrideFact({ ...override, madeDay, at: new Date(madeDay) }))

export const someHourFacts: fc.Arbitrary<HourFacts> = fc.record({
  papers: fc.array(somePaper, { maxLength: 6 }),
  credits: fc.array(someCredit, { maxLength: 6 }),
  overrides: fc.array(someOverride, { maxLength: 3 }),
  places: fc
    .tuple(fc.constantFrom(...staffCategories), fc.constantFrom(...staffCategories), someHourDay)
    .map(([first, second, day]) => [
      { category: first, fromDay: begin, toDay: day },
      { category: second, fromDay: day, toDay: never },
    ]),
})

/** What was known of the facts at the end of a day. */
export function hoursKnownOn({ papers, credits, overrides, places }: HourFacts, day: Day): HourFacts {
  const known = (known: Day | null) => (known !== null && known <= day ? known : null)
  return {
    papers: papers
      .filter(({ issuedDay }) => issuedDay <= day)
      .map((paper) => ({ ...paper, untilDay: known(paper.untilDay) })),
    credits: credits
      .filter(({ addedDay }) => addedDay <= day)
      .map((credit) => ({
        ...credit,
        confirmedDay: known(credit.confirmedDay),
        refusedDay: known(credit.refusedDay),
        revokedDay: known(credit.revokedDay),
      })),
    overrides: overrides.filter(({ madeDay }) => madeDay <= day),
    places,
  }
}
