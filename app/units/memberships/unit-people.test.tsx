import { expect, test } from 'vitest'
import { UnitPeople } from '#app/units/memberships/unit-people.tsx'
import { drawn } from '#tests/drawn.tsx'

const byCategory = { can_bo: 0, cong_chuc: 60, vien_chuc: 0, nguoi_lao_dong: 0, nguoi_dan: 0 }
const unit = {
  address: '/units/u1',
  day: '2026-11-23',
  namesAll: true,
  words: '',
  isWaiting: false,
  isFirst: true,
  total: { people: 60, waiting: 2, byCategory },
  mayAct: true,
  mayOpen: true,
  people: [],
  next: 'abc',
}

test('whoever looks for somebody in a unit, or goes on in the list, lands on the list', () => {
  const page = drawn(<UnitPeople {...unit} />)
  expect(page.named('form').map(({ attributes }) => attributes.action)).toEqual(['/units/u1#people'])
  const further = page.links.filter(([, href]) => href?.includes('?'))
  expect(further).toHaveLength(2)
  for (const [, href] of further) expect(href).toMatch(/#people$/)
  expect(page.all.map(({ attributes }) => attributes.id)).toContain('people')
})

test('a unit without people says so once and asks for nobody; what can be done for it stays', () => {
  const page = drawn(<UnitPeople {...unit} total={{ people: 0, waiting: 0, byCategory }} next={null} />)
  expect(page.text).toContain('Đơn vị này chưa có ai.')
  expect(page.text).not.toMatch(/0 người|Không có ai/)
  expect(page.named('form')).toEqual([])
  expect(page.links.map(([name]) => name)).toContain('Thêm người')
})

test('nobody of that name is told with what to do now', () => {
  const page = drawn(<UnitPeople {...unit} words="zzz" next={null} />)
  expect(page.text).toContain('Không thấy ai tên như vậy ở đây. Gõ ít chữ hơn')
  expect(page.named('form')).toHaveLength(1)
})
