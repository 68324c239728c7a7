import { expect, test } from 'vitest'
import { PlacesLine } from '#app/units/memberships/places-line.tsx'
import { drawn } from '#tests/drawn.tsx'

test('the units of a person are named and lead to their pages; none is said', () => {
  const places = [
    { unitId: 'u1', unit: 'Xã Kim Sơn' },
    { unitId: 'u2', unit: 'Lớp 1' },
  ]
  const page = drawn(<PlacesLine places={places} />)
  expect(page.text).toBe('Đơn vị: Xã Kim Sơn, Lớp 1')
  expect(page.links).toEqual([
    ['Xã Kim Sơn', '/units/u1'],
    ['Lớp 1', '/units/u2'],
  ])
  expect(drawn(<PlacesLine places={[]} />).text).toBe('Đơn vị: chưa thuộc đơn vị nào')
})
