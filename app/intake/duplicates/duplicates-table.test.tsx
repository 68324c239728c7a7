import { expect, test } from 'vitest'
import { DuplicatesTable } from '#app/intake/duplicates/duplicates-table.tsx'
import { drawn } from '#tests/drawn.tsx'

const one = { id: 'p1', username: 'hoa1', fullName: 'Nguyễn Thị Hoa', birthYear: 1985, createdOn: '2026-11-23' }
const other = { ...one, id: 'p2', username: 'hoa2' }
const pair = { one, other, reason: 'name-and-unit', isCertain: false } as const

test('a link of a pair says that it compares, of which accounts, and starts from the one whose page it is', () => {
  const named = 'So hai tài khoản: hoa1, hoa2'
  expect(drawn(<DuplicatesTable pairs={[pair]} />).links).toEqual([[named, '/admin/people/p1/merges?with=p2']])
  expect(drawn(<DuplicatesTable pairs={[pair]} about="p2" />).links).toEqual([
    [named, '/admin/people/p2/merges?with=p1'],
  ])
})
