import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOf } from '#app/i18n/day.ts'
import type { HourFacts } from '#app/requirements/hours/hour-facts.ts'
import { hoursOn, quotaDayOf } from '#app/requirements/hours/hours-on.ts'
import {
  aCreditFact,
  anOverrideFact,
  aPaperFact,
  fortyHours,
  hoursKnownOn,
  someHourDay,
  someHourFacts,
  theHourFacts,
} from '#tests/hour-facts.ts'

const on = (day: string, facts: Partial<HourFacts>, year = 2026) => hoursOn(theHourFacts(facts), fortyHours, year, day)
const year = fc.constantFrom(2025, 2026, 2027)

test('30 tiết of ours and 10 elsewhere are 30 until the paper is confirmed, then exactly 40', () => {
  const papers = ['CB1', 'CB2', 'CB3'].map((courseCode) =>
    aPaperFact({ id: courseCode, courseCode, folded: courseCode }),
  )
  const facts = { papers, credits: [aCreditFact()] }

  expect(on('2026-04-09', facts)).toMatchObject({ total: 60, provisional: 20, quota: { halfHours: 80 } })
  expect(on('2026-04-10', facts)).toMatchObject({
    total: 80,
    provisional: 0,
    byCategory: [
      { category: 'KHCN_KNS', halfHours: 60 },
      { category: 'QLNN', halfHours: 20 },
    ],
  })
})

test('39.5 tiết are not 40', () => {
  const facts = { papers: [aPaperFact({ halfHours: 79 })] }
  const { total, quota } = on('2026-12-31', facts)

  expect(total).toBe(79)
  expect(total < (quota?.halfHours ?? 0)).toBe(true)
})

test('a course done again in the year counts once, and again in the next', () => {
  const papers = [
    aPaperFact(),
    aPaperFact({ id: 'again', completedDay: '2026-09-01', issuedDay: '2026-09-01', halfHours: 30 }),
    aPaperFact({ id: 'next', completedDay: '2027-02-01', issuedDay: '2027-02-01' }),
  ]
  expect(on('2027-06-01', { papers })).toMatchObject({ total: 20, counted: ['paper'] })
  expect(on('2027-06-01', { papers }, 2027)).toMatchObject({ total: 20, counted: ['next'] })
})

test('the year is that of the completion by Vietnamese clocks', () => {
  const finished = (moment: string) => {
    const day = dayOf(new Date(moment))
    return aPaperFact({ completedDay: day, issuedDay: day })
  }
  const before = { papers: [finished('2026-12-31T23:59:59+07:00')] }
  const after = { papers: [finished('2027-01-01T00:00:00+07:00')] }

  expect([on('2027-01-02', before).total, on('2027-01-02', before, 2027).total]).toEqual([20, 0])
  expect([on('2027-01-02', after).total, on('2027-01-02', after, 2027).total]).toEqual([0, 20])
})

test('a revoked paper takes its hours back from that day on, and an earlier one of the course counts again', () => {
  const papers = [
    aPaperFact({ untilDay: '2026-05-01' }),
    aPaperFact({ id: 'again', completedDay: '2026-04-01', issuedDay: '2026-04-01', halfHours: 18 }),
  ]
  expect(on('2026-04-30', { papers }).total).toBe(20)
  expect(on('2026-05-01', { papers })).toMatchObject({ total: 18, counted: ['again'] })
})

test('a paper that was replaced counts until the other was issued, never beside it', () => {
  const papers = [
    aPaperFact({ untilDay: '2026-06-01' }),
    aPaperFact({ id: 'reissue', issuedDay: '2026-06-01', courseCode: 'CB2b', folded: 'ten moi' }),
  ]
  expect(on('2026-05-31', { papers }).counted).toEqual(['paper'])
  expect(on('2026-06-01', { papers })).toMatchObject({ total: 20, counted: ['reissue'] })
})

test('a refused credit counts nowhere, a revoked one no more from its day on', () => {
  const refused = aCreditFact({ confirmedDay: null, refusedDay: '2026-04-10' })
  expect(on('2026-04-09', { credits: [refused] })).toMatchObject({ total: 0, provisional: 20 })
  expect(on('2026-04-10', { credits: [refused] })).toMatchObject({ total: 0, provisional: 0 })
  const revoked = aCreditFact({ revokedDay: '2026-08-01' })
  expect(on('2026-07-31', { credits: [revoked] }).total).toBe(20)
  expect(on('2026-08-01', { credits: [revoked] })).toMatchObject({ total: 0, provisional: 0 })
})

test('the same paper told twice counts once: by its number, its title, its file of that day, or as a course of ours', () => {
  const twice = (changes: Partial<ReturnType<typeof aCreditFact>>) =>
    on('2026-12-31', {
      credits: [
        aCreditFact({ paper: '12/gcn' }),
        aCreditFact({ id: 'other', folded: 'khac', evidenceHash: 'b', ...changes }),
      ],
    }).total
  expect(twice({})).toBe(40)
  expect(twice({ paper: '12/gcn' })).toBe(20)
  expect(twice({ folded: 'quan ly nha nuoc' })).toBe(20)
  expect(twice({ evidenceHash: 'a' })).toBe(20)
  expect(twice({ evidenceHash: 'a', completedDay: '2026-03-21' })).toBe(40)

  const ours = { papers: [aPaperFact()], credits: [aCreditFact({ folded: 'an toan thong tin', confirmedDay: null })] }
  expect(on('2026-04-05', ours)).toMatchObject({ total: 20, provisional: 0 })
})

test('the quota is that of the category on the day; of a year that is over, on its last', () => {
  const places = [
    { category: 'nguoi_lao_dong' as const, fromDay: '2026-01-01', toDay: '2026-06-01' },
    { category: 'cong_chuc' as const, fromDay: '2026-06-01', toDay: '2027-01-01' },
    { category: 'nguoi_dan' as const, fromDay: '2027-01-01', toDay: '9999-12-31' },
  ]
  expect(on('2026-05-31', { places })).toMatchObject({ category: 'nguoi_lao_dong', quota: null })
  expect(on('2026-06-01', { places })).toMatchObject({ category: 'cong_chuc', quota: { halfHours: 80 } })
  expect(on('2027-03-01', { places }, 2026)).toMatchObject({ category: 'cong_chuc', quota: { halfHours: 80 } })
  expect(on('2026-06-01', { places: [] })).toMatchObject({ category: null, quota: null })
  expect([quotaDayOf(2026, '2025-03-01'), quotaDayOf(2026, '2026-03-01')]).toEqual(['2026-01-01', '2026-03-01'])
})

test('of overrides the newest holds, from the day it was made, for its year alone', () => {
  const overrides = [
    anOverrideFact(),
    anOverrideFact({ id: 'newer', halfHours: 27, madeDay: '2026-06-01', at: new Date('2026-06-01T03:00:00Z') }),
  ]
  const owed = (day: string, of = 2026) => on(day, { overrides }, of).quota
  expect(owed('2026-04-30')).toMatchObject({ halfHours: 80, override: null })
  expect(owed('2026-05-01')).toMatchObject({ halfHours: 40, override: { id: 'override' } })
  expect(owed('2026-06-01')).toMatchObject({ halfHours: 27, override: { id: 'newer' }, basis: 'Nghị định mẫu' })
  expect(owed('2027-06-01', 2027)).toMatchObject({ halfHours: 80, override: null })
})

test('in which order facts arrive does not matter', () => {
  fc.assert(
    fc.property(someHourFacts, year, someHourDay, (facts, of, day) => {
      const turned: HourFacts = {
        papers: [...facts.papers].reverse(),
        credits: [...facts.credits].reverse(),
        overrides: [...facts.overrides].reverse(),
        places: [...facts.places].reverse(),
      }
      expect(hoursOn(turned, fortyHours, of, day)).toEqual(hoursOn(facts, fortyHours, of, day))
    }),
  )
})

test('the categories add up to the total', () => {
  fc.assert(
    fc.property(someHourFacts, year, someHourDay, (facts, of, day) => {
      const { total, byCategory } = hoursOn(facts, fortyHours, of, day)
      expect(byCategory.reduce((sum, { halfHours }) => sum + halfHours, 0)).toBe(total)
    }),
  )
})

test('what is learnt of later changes nothing of a day that is past', () => {
  fc.assert(
    fc.property(someHourFacts, year, someHourDay, (facts, of, day) => {
      expect(hoursOn(facts, fortyHours, of, day)).toEqual(hoursOn(hoursKnownOn(facts, day), fortyHours, of, day))
    }),
  )
})

test('two accounts of one person count what they learnt together, the same course once', () => {
  fc.assert(
    fc.property(someHourFacts, someHourFacts, year, someHourDay, (kept, folded, of, day) => {
      const both = (a: HourFacts, b: HourFacts): HourFacts => ({
        ...a,
        papers: [...a.papers, ...b.papers],
        credits: [...a.credits, ...b.credits],
      })
      const alone = [kept, folded].map((facts) => hoursOn(facts, fortyHours, of, day))
      const merged = hoursOn(both(kept, folded), fortyHours, of, day)
      expect(merged.total).toBeLessThanOrEqual(alone.reduce((sum, { total }) => sum + total, 0))
      const courses = both(kept, folded).papers.filter(({ id }) => merged.counted.includes(id))
      expect(new Set(courses.map(({ courseCode }) => courseCode)).size).toBe(courses.length)
      // Entered twice under other ids, as in two accounts: the same as once.
      const again = {
        ...kept,
        papers: kept.papers.map((paper) => ({ ...paper, id: `${paper.id} again` })),
        credits: kept.credits.map((credit) => ({ ...credit, id: `${credit.id} again` })),
      }
      expect(hoursOn(both(kept, again), fortyHours, of, day).total).toBe(alone[0]?.total)
    }),
  )
})
