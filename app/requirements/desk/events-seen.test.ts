import { expect, test } from 'vitest'
import { eventsSeen } from '#app/requirements/desk/events-seen.ts'
import type { TraceEvent } from '#app/requirements/keeping/trace.ts'

const leave = (fromDay: string, toDay: string): TraceEvent => ({
  ...{ kind: 'given', day: fromDay, reason: 'Nghỉ thai sản', documentNumber: null },
  exception: {
    ...{ id: fromDay, kind: 'pause', requirementId: null, fromDay, toDay, dueDay: null },
    ...{ givenDay: fromDay, takenBackDay: null },
  },
})
const reported = (day: string): TraceEvent => {
  return { kind: 'reported', day, standing: 'excused', dueDay: null, doneDay: null, unitId: null, unitName: null }
}
const events = [
  { kind: 'asked' as const, day: '2023-01-01', grounds: [] },
  leave('2023-03-01', '2023-09-01'),
  reported('2023-03-01'),
  { kind: 'completed' as const, day: '2023-12-01', courseId: 'cb2' },
  leave('2025-11-01', '2026-05-01'),
  reported('2026-02-01'),
]
const daysFor = (isBand: boolean, historyFrom: string | null) =>
  eventsSeen(events, { isBand, historyFrom }).map(({ kind, day }) => `${kind} ${day}`)

test('whoever took a unit over is told neither of leave that was over before, nor of what was reported then', () => {
  expect(daysFor(false, null)).toHaveLength(6)
  expect(daysFor(false, '2026-01-01')).toEqual([
    'asked 2023-01-01',
    'completed 2023-12-01',
    'given 2025-11-01',
    'reported 2026-02-01',
  ])
})

test('an enterprise is told of no leave at all', () => {
  expect(daysFor(true, null).filter((told) => told.startsWith('given'))).toEqual([])
})
