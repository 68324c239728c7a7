import { expect, test } from 'vitest'
import { CompareWithForm } from '#app/intake/duplicates/compare-with-form.tsx'
import { drawn } from '#tests/drawn.tsx'

test('a user name that nobody has stays in the box, and what to do is said there', () => {
  const fresh = drawn(<CompareWithForm person="p1" typed={null} />)
  expect(fresh.named('form').map(({ attributes }) => attributes.action)).toEqual(['/admin/people/p1/merges'])
  expect(fresh.text).not.toContain('Không thấy tài khoản')
  const refused = drawn(<CompareWithForm person="p1" typed="beba" />)
  expect(refused.boxes).toEqual([['Tên đăng nhập của tài khoản kia', 'beba']])
  expect(refused.text).toContain('Không thấy tài khoản nào khác có tên này')
})
