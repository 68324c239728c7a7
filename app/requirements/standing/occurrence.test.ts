import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, addMonths, daysBetween } from '#app/i18n/calendar.ts'
import { occurrenceOn } from '#app/requirements/standing/occurrence.ts'
import { never } from '#app/units/unit.ts'
import { aRequirementOf, begin, someDay } from '#tests/requirement-facts.ts'

const always = [{ fromDay: '2020-01-01', toDay: never }]
const recurring = (firstDay: string, everyMonths: number) =>
  aRequirementOf({ fromDay: '2020-01-01', atLeastDays: 0, window: { kind: 'recurring', firstDay, everyMonths } })

test('a window that begins on the 31st begins on the last of shorter months, and on the 31st again', () => {
  const opens = (day: string) => occurrenceOn(recurring('2026-01-31', 1), always, day)?.opensDay
  expect(['2026-02-15', '2026-02-28', '2026-03-30', '2026-03-31', '2028-02-29'].map(opens)).toEqual([
    '2026-01-31',
    '2026-02-28',
    '2026-02-28',
    '2026-03-31',
    '2028-02-29',
  ])
})

test('quarters and years are those of the calendar', () => {
  expect(occurrenceOn(recurring('2026-01-01', 3), always, '2026-08-15')).toMatchObject({
    opensDay: '2026-07-01',
    dueDay: '2026-09-30',
    place: 2,
  })
  expect(occurrenceOn(recurring('2026-01-01', 12), always, '2028-12-31')).toMatchObject({
    opensDay: '2028-01-01',
    dueDay: '2028-12-31',
  })
})

test('every day from the first on is in exactly one window, and windows follow each other without gap', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 1, max: 30 }), someDay, (firstDay, everyMonths, day) => {
      const turn = occurrenceOn(recurring(firstDay, everyMonths), always, day)
      if (day < firstDay) {
        expect(turn).toBeNull()
        return
      }
      if (!turn) throw new Error('no window')
      expect(turn.opensDay <= day && day < turn.closesDay).toBe(true)
      expect(addDays(turn.dueDay, 1)).toBe(turn.closesDay)
      const next = occurrenceOn(recurring(firstDay, everyMonths), always, turn.closesDay)
      expect(next).toMatchObject({ opensDay: turn.closesDay, place: turn.place + 1 })
    }),
  )
})

test('so many days after joining, which is never before the requirement itself', () => {
  const requirement = aRequirementOf({ window: { kind: 'joining', days: 30 } })
  const joined = (fromDay: string) => occurrenceOn(requirement, [{ fromDay, toDay: never }], '2026-12-01')?.dueDay
  expect(joined('2026-02-01')).toBe('2026-03-03')
  expect(joined('2019-02-01')).toBe(addDays(begin, 30))
})

test('days and months are counted as calendars do', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2026-01-31', 2)).toBe('2026-03-31')
  expect(addMonths('2028-02-29', 12)).toBe('2029-02-28')
  expect(addMonths('2026-03-15', -3)).toBe('2025-12-15')
  fc.assert(
    fc.property(someDay, fc.integer({ min: -900, max: 900 }), (day, days) => {
      expect(daysBetween(day, addDays(day, days))).toBe(days)
    }),
  )
})
