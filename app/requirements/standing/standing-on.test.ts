import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#app/i18n/calendar.ts'
import { changesOn } from '#app/requirements/standing/changes-on.ts'
import { standingOn } from '#app/requirements/standing/standing-on.ts'
import { covers } from '#app/units/period.ts'
import { never } from '#app/units/unit.ts'
import {
  anException,
  aRequirementOf,
  asKnownOn,
  someDay,
  someFacts,
  someRequirement,
  theFacts,
} from '#tests/requirement-facts.ts'

const of = (day: string, facts = theFacts(), requirement = aRequirementOf()) =>
  standingOn(requirement, facts, day).standing
const cb1 = (day: string, untilDay: string | null = null) => ({ courseId: 'cb1', day, untilDay })

test('due, soon from fourteen days before, and late from the day after the due day', () => {
  expect(of('2026-03-16')).toBe('due')
  expect(of('2026-03-17')).toBe('soon')
  expect(of('2026-03-31')).toBe('soon')
  expect(of('2026-04-01')).toBe('overdue')
})

test('in grace nobody is late, and what is done in it is done in time', () => {
  const requirement = aRequirementOf({ graceDays: 5 })
  expect(of('2026-04-05', theFacts(), requirement)).toBe('soon')
  expect(of('2026-04-06', theFacts(), requirement)).toBe('overdue')
  expect(of('2026-04-06', theFacts({ completed: [cb1('2026-04-05')] }), requirement)).toBe('done')
  expect(of('2026-04-06', theFacts({ completed: [cb1('2026-04-06')] }), requirement)).toBe('done-late')
})

test('a course finished before it was asked for counts', () => {
  expect(of('2026-02-01', theFacts({ completed: [cb1('2025-06-01')] }))).toBe('done')
})

test('a revoked certificate takes the standing back from that day on, not before', () => {
  const facts = theFacts({ completed: [cb1('2026-02-01', '2026-05-01')] })
  expect(of('2026-04-30', facts)).toBe('done')
  expect(of('2026-05-01', facts)).toBe('overdue')
})

test('a programme is done when its last course is', () => {
  const requirement = aRequirementOf({ courseIds: ['cb1', 'cb2'] })
  const facts = theFacts({ completed: [cb1('2026-02-01'), { courseId: 'cb2', day: '2026-03-05', untilDay: null }] })
  expect(of('2026-03-04', facts, requirement)).toBe('due')
  expect(standingOn(requirement, facts, '2026-03-05')).toMatchObject({ standing: 'done', doneDay: '2026-03-05' })
})

test('an extension moves the due day from the day it was given, and nobody is late any more', () => {
  const extension = anException('extension', { dueDay: '2026-05-31', givenDay: '2026-04-10', fromDay: '2026-04-10' })
  const facts = theFacts({ exceptions: [extension] })
  expect(of('2026-04-09', facts)).toBe('overdue')
  expect(of('2026-04-10', facts)).toBe('due')
  expect(of('2026-06-01', facts)).toBe('overdue')
})

test('a waiver excuses while it lasts and stands, and what is done all the same is done', () => {
  const waiver = anException('waiver', { toDay: '2026-06-01', takenBackDay: '2026-05-10' })
  expect(of('2026-05-09', theFacts({ exceptions: [waiver] }))).toBe('excused')
  expect(of('2026-05-10', theFacts({ exceptions: [waiver] }))).toBe('overdue')
  expect(of('2026-05-01', theFacts({ exceptions: [waiver], completed: [cb1('2026-03-01')] }))).toBe('done')
})

test('days away are added to the window: forty days of leave move the last day by forty', () => {
  const pause = anException('pause', { fromDay: '2026-03-01', toDay: '2026-04-10' })
  const facts = theFacts({ exceptions: [pause, { ...pause, id: 'the same leave, told twice' }] })
  expect(of('2026-04-09', facts)).toBe('excused')
  expect(standingOn(aRequirementOf(), facts, '2026-04-10')).toMatchObject({ standing: 'due', dueDay: '2026-05-10' })
})

test('each year anew, in the calendar: last year’s course does not answer this year’s window', () => {
  const requirement = aRequirementOf({
    window: { kind: 'recurring', firstDay: '2025-01-01', everyMonths: 12 },
    fromDay: '2025-01-01',
  })
  const facts = theFacts({ bound: [{ fromDay: '2025-01-01', toDay: never }], completed: [cb1('2025-11-30')] })
  expect(of('2025-12-31', facts, requirement)).toBe('done')
  expect(standingOn(requirement, facts, '2026-01-01')).toMatchObject({ standing: 'due', dueDay: '2026-12-31' })
})

test('whoever has done the courses once renews with the shorter one; a newcomer does not', () => {
  const requirement = aRequirementOf({
    window: { kind: 'recurring', firstDay: '2026-01-01', everyMonths: 12 },
    renewalCourseIds: ['again'],
  })
  const again = { courseId: 'again', day: '2027-02-01', untilDay: null }
  expect(of('2027-02-01', theFacts({ completed: [cb1('2026-05-01'), again] }), requirement)).toBe('done')
  expect(of('2027-02-01', theFacts({ completed: [again] }), requirement)).toBe('due')
})

test('whoever comes in the middle has thirty days, and is not asked when the window ends before', () => {
  const came = (fromDay: string) => theFacts({ bound: [{ fromDay, toDay: never }] })
  expect(standingOn(aRequirementOf(), came('2026-03-20'), '2026-03-20')).toMatchObject({ dueDay: '2026-04-19' })
  expect(of('2026-04-02', came('2026-04-02'))).toBe('not-due')
  const yearly = aRequirementOf({ window: { kind: 'recurring', firstDay: '2026-01-01', everyMonths: 12 } })
  expect(of('2026-12-20', came('2026-12-10'), yearly)).toBe('not-due')
  expect(of('2027-01-01', came('2026-12-10'), yearly)).toBe('due')
})

test('whoever left is asked no more', () => {
  expect(of('2026-05-01', theFacts({ bound: [{ fromDay: '2026-01-01', toDay: '2026-05-01' }] }))).toBe('not-due')
})

test('what becomes known later changes nothing of a day that is past', () => {
  fc.assert(
    fc.property(someRequirement, someFacts, someDay, (requirement, facts, day) => {
      expect(standingOn(requirement, facts, day)).toEqual(standingOn(requirement, asKnownOn(facts, day), day))
    }),
  )
})

test('the order in which facts arrive does not matter', () => {
  fc.assert(
    fc.property(someRequirement, someFacts, someDay, (requirement, facts, day) => {
      const turned = { ...facts, completed: facts.completed.toReversed(), exceptions: facts.exceptions.toReversed() }
      expect(standingOn(requirement, turned, day)).toEqual(standingOn(requirement, facts, day))
    }),
  )
})

test('a standing stays until the day on which it is to be looked at again', () => {
  fc.assert(
    fc.property(someRequirement, someFacts, someDay, (requirement, facts, day) => {
      const stands = standingOn(requirement, facts, day)
      const next = changesOn(requirement, facts, stands, day)
      for (let at = addDays(day, 1); at < next && at < '2029-01-01'; at = addDays(at, 1))
        expect(standingOn(requirement, facts, at).standing, at).toBe(stands.standing)
    }),
    { numRuns: 60 },
  )
})

test('whoever is excused, or has done it, is never late', () => {
  fc.assert(
    fc.property(someRequirement, someFacts, someDay, (requirement, facts, day) => {
      const excuse = anException('waiver', { fromDay: day, givenDay: day })
      const withExcuse = { ...facts, exceptions: [...facts.exceptions, excuse] }
      expect(of(day, withExcuse, requirement)).toMatch(/^(excused|done|done-late|not-due)$/)
      const done = { ...facts, completed: ['cb1', 'cb2'].map((courseId) => ({ courseId, day, untilDay: null })) }
      expect(of(day, done, requirement)).toMatch(/^(done|done-late|not-due)$/)
    }),
  )
})

test('a standing is asked only on days that bind', () => {
  fc.assert(
    fc.property(someRequirement, someFacts, someDay, (requirement, facts, day) => {
      if (facts.bound.some((period) => covers(period, day))) return
      expect(of(day, facts, requirement)).toBe('not-due')
    }),
  )
})
