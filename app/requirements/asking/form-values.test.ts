import { expect, test } from 'vitest'
import {
  boxOfRequirementProblem,
  fitsBoxes,
  formFrom,
  type Values,
  valuesFrom,
} from '#app/requirements/asking/form-values.ts'
import type { Clause } from '#app/requirements/requirement.ts'

const simple: Values = {
  what: 'course:c1',
  whom: 'below',
  window: 'fixed',
  opensDay: '2026-03-01',
  dueDay: '2026-06-30',
  graceDays: '0',
  atLeastDays: '30',
  number: '12/QĐ',
  decisionDay: '2026-02-27',
}
const clausesOf = (values: Values) => formFrom({ ...simple, ...values }, 'u').clauses

test('a form of a course for everybody by a day is what the boxes say', () => {
  expect(formFrom(simple, 'u')).toEqual({
    title: '',
    programme: null,
    courseIds: ['c1'],
    renewalCourseIds: [],
    clauses: [{ unitId: 'u', withBelow: true, categories: [], positions: [''] }],
    window: { kind: 'fixed', opensDay: '2026-03-01', dueDay: '2026-06-30' },
    graceDays: 0,
    atLeastDays: 30,
    decisionNumber: '12/QĐ',
    decisionDay: '2026-02-27',
  })
  expect(formFrom({ what: 'programme:CBS-2026' }, 'u')).toMatchObject({ programme: 'CBS-2026', courseIds: [] })
})

test('units that are ticked are asked each with all below it, and narrowed alike', () => {
  const narrow = { 'category-vien_chuc': 'yes', positions: 'Văn thư; Kế toán' }
  expect(clausesOf({ 'unit-a': 'yes', 'unit-b': 'yes', ...narrow }).map(({ unitId }) => unitId)).toEqual(['a', 'b'])
  expect(clausesOf({ whom: 'only', ...narrow })).toEqual([
    { unitId: 'u', withBelow: false, categories: ['vien_chuc'], positions: ['Văn thư', ' Kế toán'] },
  ])
  expect(clausesOf({ whom: 'names' })).toEqual([])
})

test('a number that is none is told, not guessed', () => {
  const { window, graceDays } = formFrom({ ...simple, window: 'joining', days: 'ba mươi', graceDays: '-1' }, 'u')
  expect([window, graceDays]).toEqual([{ kind: 'joining', days: Number.NaN }, Number.NaN])
  expect(boxOfRequirementProblem('opens-wrong', 'recurring')).toBe('firstDay')
  expect(boxOfRequirementProblem('opens-wrong', 'fixed')).toBe('opensDay')
  expect(boxOfRequirementProblem('unit-gone', 'fixed')).toBe('form-unit-gone')
})

test('a draft fills its boxes again, whatever was chosen', () => {
  for (const changes of [
    {},
    { whom: 'only', 'category-can_bo': 'yes' },
    { 'unit-a': 'yes', 'unit-b': 'yes', positions: 'Văn thư; Kế toán' },
    { whom: 'names' },
    { window: 'joining', days: '45' },
    { window: 'recurring', firstDay: '2026-01-31', months: '3', renewal: 'c2' },
  ] as Values[]) {
    const form = formFrom({ ...simple, ...changes }, 'u')
    const back = formFrom(valuesFrom(form, 'u'), 'u')
    const tidied = (one: typeof form) =>
      one.clauses.map((clause) => ({
        ...clause,
        positions: clause.positions.map((word) => word.trim()).filter(Boolean),
      }))
    expect({ ...back, clauses: tidied(back) }).toEqual({ ...form, clauses: tidied(form) })
  }
})

test('some units below, the unit itself beside them, and both with or without what is below', () => {
  const told = (values: Values) => clausesOf(values).map(({ unitId, withBelow }) => [unitId, withBelow])
  expect(told({ 'unit-u': 'yes', 'unit-a': 'yes' })).toEqual([
    ['u', false],
    ['a', true],
  ])
  expect(told({ 'unit-u': 'yes', 'unit-a': 'yes', shallow: 'yes' })).toEqual([
    ['u', false],
    ['a', false],
  ])
})

test('a draft whose groups are each narrowed in a way of its own does not fit the boxes, and others do', () => {
  const draft = (clauses: Clause[]) => ({ ...formFrom(simple, 'u'), clauses })
  const clause = (unitId: string, withBelow = true, positions: string[] = []): Clause => {
    return { unitId, withBelow, categories: ['vien_chuc'], positions }
  }
  for (const clauses of [
    [],
    [clause('u')],
    [clause('u', false), clause('a'), clause('b')],
    [clause('a', false, ['ke toan'])],
  ])
    expect(fitsBoxes(draft(clauses), 'u')).toBe(true)
  for (const clauses of [
    [clause('u'), clause('a')],
    [clause('a'), clause('b', false)],
    [clause('a'), clause('b', true, ['ke toan'])],
  ])
    expect(fitsBoxes(draft(clauses), 'u')).toBe(false)
})
