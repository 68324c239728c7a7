import { expect, test } from 'vitest'
import { countInList } from '#app/requirements/desk/count-in-list.ts'
import { percent } from '#app/requirements/desk/percent.ts'
import { StandingBar } from '#app/requirements/desk/standing-bar.tsx'
import { StandingsList } from '#app/requirements/desk/standings-list.tsx'
import { fewPeople } from '#app/requirements/desk/sub-units.tsx'
import type { UnitStandings } from '#app/requirements/desk/unit-standings.server.ts'
import { UnitStandingsPage } from '#app/requirements/desk/unit-standings-page.tsx'
import { drawn } from '#tests/drawn.tsx'

const today = '2026-11-22'
const none = { due: 0, soon: 0, overdue: 0, done: 0, 'done-late': 0, excused: 0 }
const head = {
  id: 'r1',
  title: 'An toàn thông tin',
  unitName: 'Sở Nội vụ',
  decisionNumber: '12/QĐ-SNV',
  decisionDay: '2026-01-05',
  window: { kind: 'fixed' as const, opensDay: '2026-01-10', dueDay: '2026-12-31' },
  toDay: '9999-12-31',
}
const figure = { ...none, done: 50, 'done-late': 4, due: 15, overdue: 12, excused: 5 }
const standings: UnitStandings = {
  unitId: 'u1',
  name: 'Xã Vĩnh Kim',
  day: today,
  requirements: [{ ...head, figure }],
  unkept: [],
  own: {},
  children: [],
  mayAct: true,
  mayName: true,
  namesFrom: null,
}

test('each number of a requirement leads to the people behind it', () => {
  const { links, text, troubles } = drawn(<UnitStandingsPage standings={standings} today={today} />)
  expect(troubles).toEqual([])
  expect(text).toContain('54 trong 81 người phải học đã xong: 66,7%. Ngoài ra 5 người được miễn hoặc tạm hoãn.')
  expect(text).toContain('Học xong chậm nhất ngày 31/12/2026. Sở Nội vụ giao, văn bản 12/QĐ-SNV ngày 05/01/2026.')
  expect(links).toContainEqual(['Quá hạn: 12', '/units/u1/standings/people?requirement=r1&standing=overdue'])
  expect(links.map(([name]) => name)).not.toContain('Sắp đến hạn: 0')
})

test('a past day says that it was reported, and its numbers lead to that day; names of too long ago lead nowhere', () => {
  const past = { ...standings, day: '2026-06-30' }
  const then = drawn(<UnitStandingsPage standings={past} today={today} />)
  expect(then.text).toContain('Theo số liệu đã báo cáo ngày 30/06/2026.')
  expect(then.links.find(([name]) => name === 'Quá hạn: 12')?.[1]).toContain('day=2026-06-30')

  const longAgo = { ...past, mayName: false, namesFrom: '2026-07-01' }
  const { links, text } = drawn(<UnitStandingsPage standings={longAgo} today={today} />)
  expect(links).toEqual([])
  expect(text).toContain('Tên từng người chỉ xem được từ ngày 01/07/2026.')
})

test('units stand beside each other in the order they come in, by rate, with a word where they are small', () => {
  const children: UnitStandings['children'] = [
    { unitId: 'a', name: 'Phòng A', figures: { r1: { ...none, done: 1, overdue: fewPeople - 2 } } },
    { unitId: 'b', name: 'Phòng B', figures: { r1: { ...none, done: 9, 'done-late': 1, overdue: 10 } } },
    { unitId: 'c', name: 'Phòng C', figures: {} },
  ]
  const page = drawn(<UnitStandingsPage standings={{ ...standings, children }} today={today} />)
  expect(page.troubles).toEqual([])
  const rows = page.text.slice(page.text.indexOf('Các đơn vị bên dưới'))
  expect(rows.indexOf('Phòng A')).toBeLessThan(rows.indexOf('Phòng B'))
  expect(rows).toContain('ít người, tỷ lệ dễ đổi nhiều')
  expect(rows).toContain('50%')
  expect(rows).toContain('10/20')
  expect(rows).toContain('không ai phải học')
  expect(page.links).toContainEqual(['Phòng B', '/units/b/standings'])
})

test('of many requirements those that most are asked for stand open, and those of one title are told apart', () => {
  const many = Array.from({ length: 9 }, (_, place) => {
    return { ...head, id: `r${place}`, decisionNumber: `${place}/KH`, figure: { ...none, done: place } }
  })
  const children = [{ unitId: 'a', name: 'Phòng A', figures: {} }]
  const page = drawn(<UnitStandingsPage standings={{ ...standings, requirements: many, children }} today={today} />)
  expect(page.troubles).toEqual([])
  const [open, rest = ''] = page.text.split('Còn 4 việc học khác, ít người hơn')
  expect(open).toContain('văn bản 8/KH')
  expect(open).not.toContain('văn bản 3/KH')
  expect(rest).toContain('văn bản 3/KH')
  expect(rest).toContain('An toàn thông tin · Sở Nội vụ, 8/KH')
  const few = drawn(<UnitStandingsPage standings={{ ...standings, requirements: many.slice(0, 6) }} today={today} />)
  expect(few.named('details')).toEqual([])
})

test('a unit that nothing is asked of, one whose people left, and one that is being counted say so', () => {
  const empty = drawn(<UnitStandingsPage standings={{ ...standings, requirements: [] }} today={today} />)
  expect(empty.text).toContain('Chưa có việc học bắt buộc nào')
  const left = { ...standings, requirements: [{ ...head, figure: none }] }
  expect(drawn(<UnitStandingsPage standings={left} today={today} />).text).toContain('Hiện không ai')
  const counting = { ...standings, requirements: [], unkept: [head] }
  expect(drawn(<UnitStandingsPage standings={counting} today={today} />).text).toContain('An toàn thông tin: đang tính')
})

test('the bar fills up with whoever is asked', () => {
  const widths = [...drawn(<StandingBar figure={figure} />).html.matchAll(/ width="([\d.]+)%"/g)].map(([, width]) =>
    Number(width),
  )
  expect(widths).toHaveLength(5)
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 0)
})

test('a rate never says all or none while it is not so', () => {
  expect(['vi', 'en'].map((locale) => percent(2 / 3, locale === 'vi' ? 'vi' : 'en'))).toEqual(['66,7%', '66.7%'])
  expect([percent(9_999 / 10_000, 'vi'), percent(1 / 10_000, 'vi'), percent(1, 'vi'), percent(0, 'vi')]).toEqual([
    '99,9%',
    '0,1%',
    '100%',
    '0%',
  ])
})

const listed = {
  personId: 'p1',
  fullName: 'Trần Thị Bình',
  birthYear: 1984,
  unitId: 'u2',
  unitName: 'Văn phòng',
  position: 'Chuyên viên',
  requirementId: 'r1',
  standing: 'overdue' as const,
  dueDay: '2026-11-15',
  lateDay: '2026-11-16',
  doneDay: null,
  exceptionId: null,
}
const list = {
  unitId: 'u1',
  today,
  requirements: [{ id: 'r1', title: 'An toàn thông tin' }],
  figures: { r1: figure },
  page: { people: [listed], next: null, mayAct: true },
}

test('a list tells of each who, where, how and since when, and goes away as a file with its filters', () => {
  const filter = { requirementId: 'r1', standing: 'overdue' as const, day: today }
  const { text, links, troubles } = drawn(<StandingsList {...list} filter={filter} />)
  expect(troubles).toEqual([])
  for (const words of ['12 người', 'Trần Thị Bình', '1984', 'Văn phòng', 'Quá hạn', '15/11/2026', 'Trễ 7 ngày'])
    expect(text).toContain(words)
  expect(links).toContainEqual(['Tải Excel', '/units/u1/standings.xlsx?requirement=r1&standing=overdue'])
  expect(links).toContainEqual(['Trần Thị Bình', '/units/u1/learners/p1'])
})

test('a list without anybody says so, and a name that nobody has otherwise', () => {
  const page = { people: [], next: null, mayAct: true }
  expect(drawn(<StandingsList {...list} page={page} filter={{ day: today }} />).text).toContain('Không có ai')
  expect(drawn(<StandingsList {...list} page={page} filter={{ day: today, words: 'x' }} />).text).toContain('Thử gõ ít')
})

test('a list counts by its filters', () => {
  expect(countInList({ r1: figure, r2: figure }, {})).toBe(172)
  expect(countInList({ r1: figure, r2: figure }, { requirementId: 'r1', standing: 'done' })).toBe(50)
  expect(countInList({}, { requirementId: 'r1' })).toBe(0)
})
