import { expect, test } from 'vitest'
import { PersonPicker } from '#app/units/desk/person-picker.tsx'
import { drawn } from '#tests/drawn.tsx'

const person = { id: 'p1', fullName: 'Nguyễn Thị Hoa', username: 'hoa1', birthYear: 1985 }

test('what stands beside a name says what it is, on a phone too', () => {
  const page = drawn(<PersonPicker address="/x" q="hoa" people={[person]} />)
  expect(page.links).toEqual([['Chọn Nguyễn Thị Hoa', '/x?person=p1']])
  expect(page.named('td').map(({ attributes }) => attributes['data-label'])).toEqual(['Năm sinh', 'Tên đăng nhập'])
})

test('nobody found says what to do now: make an account where one can, else what the page says', () => {
  expect(drawn(<PersonPicker address="/x" q="zz" people={[]} />).text).toContain('Chưa có tài khoản thì tạo mới')
  const page = drawn(<PersonPicker address="/x" q="zz" people={[]} none="Thêm vào đơn vị trước." />)
  expect(page.text).toContain('Thêm vào đơn vị trước.')
  expect(page.text).not.toContain('tạo mới')
})
