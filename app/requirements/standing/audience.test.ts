import { expect, test } from 'vitest'
import type { Clause } from '#app/requirements/requirement.ts'
import { boundPeriods, type Place, type Tree } from '#app/requirements/standing/audience.ts'
import { never } from '#app/units/unit.ts'

const merger = '2026-07-01'
const from = '2026-01-01'

/** Sở cũ has a room; on the day of the merger both come under Sở mới, which has a room of its own. */
const line = (ancestorId: string, depth: number, fromDay = from, toDay = never) => ({
  ancestorId,
  depth,
  fromDay,
  toDay,
})
const tree: Tree = {
  lines: new Map([
    ['so-cu', [line('so-cu', 0, from, merger)]],
    ['phong', [line('phong', 0), line('so-cu', 1, from, merger), line('so-moi', 1, merger)]],
    ['so-moi', [line('so-moi', 0)]],
    ['phong-moi', [line('phong-moi', 0), line('so-moi', 1)]],
  ]),
  heirs: new Map([['so-cu', ['so-moi']]]),
}

const clause = (changes: Partial<Clause> = {}): Clause => ({
  unitId: 'so-cu',
  withBelow: true,
  categories: [],
  positions: [],
  ...changes,
})
const place = (unitId: string, changes: Partial<Place> = {}): Place => ({
  unitId,
  originId: unitId,
  category: 'cong_chuc',
  position: 'chuyen vien',
  fromDay: from,
  toDay: never,
  ...changes,
})
const bound = (places: Place[], clauses = [clause()], named: Array<{ fromDay: string; toDay: string }> = []) =>
  boundPeriods({ clauses, fromDay: from, toDay: never }, { places, named }, tree)

const always = [{ fromDay: from, toDay: never }]

test('the people of a unit that ended stay asked where they were carried', () => {
  const carried = [
    place('so-cu', { originId: 'a', toDay: merger }),
    place('so-moi', { originId: 'a', fromDay: merger }),
  ]
  expect(bound(carried)).toEqual(always)
})

test('so do the people of its rooms, which only came under another', () => {
  expect(bound([place('phong')])).toEqual(always)
})

test('and those who are given another place in the unit that took over', () => {
  const moved = [
    place('so-cu', { originId: 'a', toDay: merger }),
    place('so-moi', { originId: 'a', fromDay: merger, toDay: '2026-08-01' }),
    place('phong-moi', { originId: 'b', fromDay: '2026-08-01' }),
  ]
  expect(bound(moved)).toEqual(always)
})

test('whoever was in the other unit already, or came to it later, is not asked', () => {
  expect(bound([place('so-moi')])).toEqual([])
  expect(bound([place('phong-moi', { fromDay: '2026-08-01' })])).toEqual([])
})

test('whoever left before the unit ended is not carried along', () => {
  const left = [place('so-cu', { toDay: '2026-06-01' }), place('so-moi', { originId: 'b', fromDay: merger })]
  expect(bound(left)).toEqual([{ fromDay: from, toDay: '2026-06-01' }])
})

test('category and position are asked of the place, and without what is below only the unit itself', () => {
  const both = [clause({ categories: ['cong_chuc'], positions: ['chuyen vien'] })]
  expect(bound([place('phong')], both)).toEqual(always)
  expect(bound([place('phong', { category: 'vien_chuc' })], both)).toEqual([])
  expect(bound([place('phong', { position: 'truong phong' })], both)).toEqual([])
  expect(bound([place('phong')], [clause({ withBelow: false })])).toEqual([])
})

test('who is named is asked on those days, and places and names together make one stretch', () => {
  const named = [{ fromDay: '2026-03-01', toDay: '2026-05-01' }]
  expect(bound([], [], named)).toEqual(named)
  expect(bound([place('so-cu', { toDay: '2026-04-01' })], [clause()], named)).toEqual([
    { fromDay: from, toDay: '2026-05-01' },
  ])
})

test('two places that follow each other bind without a gap, whichever came first into the list', () => {
  const places = [place('so-cu', { toDay: '2026-02-01' }), place('phong', { fromDay: '2026-02-01' })]
  expect(bound(places)).toEqual(always)
  expect(bound(places.toReversed())).toEqual(always)
})
