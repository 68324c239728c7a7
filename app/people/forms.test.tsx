import { expect, test } from 'vitest'
import { AboutMe } from '#app/people/about-me.tsx'
import { ConsentForm } from '#app/people/consent-form.tsx'
import { CreatePersonForm } from '#app/people/create-person-form.tsx'
import { DeedsTable } from '#app/people/deeds-table.tsx'
import { FoundPeople } from '#app/people/found-people.tsx'
import { IssuedCodeNote } from '#app/people/issued-code-note.tsx'
import { KeptTable } from '#app/people/kept-table.tsx'
import { LanguageForm } from '#app/people/language-form.tsx'
import { MendPersonForms } from '#app/people/mend-person-forms.tsx'
import { OtherWays } from '#app/people/other-ways.tsx'
import { OwnSessions } from '#app/people/own-sessions.tsx'
import { ProblemList } from '#app/people/problem-list.tsx'
import { ResetCodeForm } from '#app/people/reset-code-form.tsx'
import { RoleForm } from '#app/people/role-form.tsx'
import { SignInForm } from '#app/people/sign-in-form.tsx'
import { SignUpForm } from '#app/people/sign-up-form.tsx'
import { drawn } from '#tests/drawn.tsx'

type Page = ReturnType<typeof drawn>
const postsTo = (page: Page) => page.named('form').map(({ attributes }) => [attributes.method, attributes.action])
const ticked = (page: Page) =>
  page.named('input').flatMap(({ attributes }) => ('checked' in attributes ? [attributes.name] : []))
const invalid = (page: Page) =>
  page.all.flatMap(({ attributes }) => (attributes['aria-invalid'] ? [attributes.name] : []))
const alerts = (page: Page) => page.all.filter(({ attributes }) => attributes.role === 'alert')
const noon = new Date('2026-11-22T05:00:00Z')

test('no box of the sign-up is ticked beforehand', () => {
  expect(ticked(drawn(<SignUpForm next="" />))).toEqual([])
  expect(ticked(drawn(<SignInForm next="" />))).toEqual([])
})

test('what was typed stays when a sign-up is refused, but never the password', () => {
  const values = {
    fullName: 'Bé Ba',
    contact: '0912',
    password: 'bánh xèo 3 trứng',
    birthYear: '68',
    guardianName: 'Tư',
    account: 'yes',
    shared: 'yes',
  }
  const page = drawn(
    <SignUpForm next="/me" values={values} problems={{ contact: 'Số chưa đúng.', birthYear: 'Năm chưa đúng.' }} />,
  )

  const boxes = Object.fromEntries(page.boxes.filter(([, value]) => value !== 'yes'))
  expect(Object.values(boxes)).toEqual(['Bé Ba', '0912', '', '68', 'Tư'])
  expect(page.html).not.toContain('bánh xèo')
  expect(ticked(page)).toEqual(['account', 'shared'])
  expect(invalid(page)).toEqual(['contact', 'birthYear'])
  expect(page.hiddenFields).toEqual({ next: '/me' })
})

test('problems stand at the top, are read out at once, and each leads to its box', () => {
  const page = drawn(<SignUpForm next="" problems={{ contact: 'Số chưa đúng.', password: 'Ngắn quá.' }} />)
  expect(alerts(page)).toHaveLength(1)
  expect(page.text).toContain('Còn 2 chỗ chưa đúng')
  expect(page.links.slice(0, 2)).toEqual([
    ['Số chưa đúng.', '#contact'],
    ['Ngắn quá.', '#password'],
  ])
  const ids = page.all.map(({ attributes }) => attributes.id)
  for (const target of ['contact', 'password']) expect(ids).toContain(target)
})

test('a problem of the whole form leads nowhere, and without problems there is no list', () => {
  const page = drawn(<ProblemList problems={{ form: 'Tên hoặc mật khẩu chưa đúng.' }} />)
  expect(page.links).toEqual([])
  expect(page.text).toContain('Tên hoặc mật khẩu chưa đúng.')
  for (const none of [{}, undefined]) expect(drawn(<ProblemList problems={none} />).html).toBe('')
})

test('browsers and password keepers are told what each box is, and may paste into all of them', () => {
  const told = (page: Page) =>
    Object.fromEntries(page.named('input').map(({ attributes }) => [attributes.name, attributes.autocomplete]))
  expect(told(drawn(<SignUpForm next="" />))).toMatchObject({
    fullName: 'name',
    contact: 'username',
    password: 'new-password',
    birthYear: 'bday-year',
  })
  expect(told(drawn(<SignInForm next="" />))).toMatchObject({ account: 'username', password: 'current-password' })
  expect(told(drawn(<ResetCodeForm />))).toMatchObject({ code: 'one-time-code', password: 'new-password' })
  for (const page of [drawn(<SignUpForm next="" />), drawn(<SignInForm next="" />)])
    expect(page.html).not.toMatch(/onpaste|maxlength="\d"/i)
})

test('a refused sign-in keeps the name and the choice of a shared device, never the password', () => {
  const page = drawn(
    <SignInForm
      next="/me"
      values={{ account: 'beba27', password: 'bí mật', shared: 'yes' }}
      problems={{ form: 'Sai.' }}
    />,
    'en',
  )
  expect(page.boxes.map(([, value]) => value)).toEqual(['beba27', '', 'yes'])
  expect(ticked(page)).toEqual(['shared'])
  expect(page.html).not.toContain('bí mật')
  expect(postsTo(page)).toEqual([['post', '/en/sign-in']])
})

test('whoever must sign up first comes back to where they were going', () => {
  expect(drawn(<OtherWays next="/courses/cd3?mine" />).links).toContainEqual([
    expect.stringContaining('Tạo tài khoản mới'),
    '/sign-up?next=%2Fcourses%2Fcd3%3Fmine',
  ])
  expect(drawn(<OtherWays next="" />, 'en').links.map(([, href]) => href)).toEqual(['/en/sign-up', '/en/reset/code'])
})

test('what was once agreed to and nothing uses is shown as long as it stands; nobody else is asked for it', () => {
  const page = drawn(<ConsentForm standing={{ account: true, reminders: true, statistics: false }} />)
  expect(page.boxes).toHaveLength(1)
  expect(ticked(page)).toEqual(['reminders'])
  expect(page.text).toContain('chưa từng dùng đến')
  for (const standing of [{}, { account: true, guardian: true }, { reminders: false }])
    expect(drawn(<ConsentForm standing={standing} />).html).toBe('')
  expect(drawn(<SignUpForm next="" />).html).not.toMatch(/name="(reminders|statistics)"/)
})

test('the language of letters is chosen between two, each said in itself', () => {
  const page = drawn(<LanguageForm language="en" />)
  expect(page.named('label').map(({ attributes }) => attributes.lang)).toEqual(['vi', 'en'])
  const chosen = page.named('input').filter(({ attributes }) => 'checked' in attributes)
  expect(chosen.map(({ attributes }) => attributes.value)).toEqual(['en'])
})

const profile = {
  username: 'beba27',
  fullName: 'Nguyễn Thị Bé Ba',
  phone: '0912 345 678',
  email: null,
  birthYear: 1968,
  guardianName: null,
  role: 'learner',
} as const

test('one’s own facts say what is missing, and name a guardian only where there is one', () => {
  const page = drawn(<AboutMe profile={profile} />)
  expect(page.text).toContain('Tên đăng nhập beba27')
  expect(page.text).toContain('E-mail Chưa có')
  expect(page.text).toContain('Vai trò Người học')
  expect(page.text).not.toContain('giám hộ')
  expect(drawn(<AboutMe profile={{ ...profile, guardianName: 'Trần Tư' }} />).text).toContain('Trần Tư')
})

test('of one’s sessions every other can be ended, each button saying which; this one not here', () => {
  const session = { handle: 'h1', device: 'Chrome, Android', isShared: false, isThis: true, lastSeen: '9:12' }
  const page = drawn(
    <OwnSessions sessions={[session, { ...session, handle: 'h2', device: '?', isThis: false, isShared: true }]} />,
  )
  expect(postsTo(page)).toEqual([['post', '/account/sessions/h2']])
  expect(page.buttons).toHaveLength(1)
  expect(page.buttons[0]).toMatch(/Thoát máy này: .*9:12/)
  expect(page.text).toContain('Máy không rõ tên Máy dùng chung')
})

test('people who are found lead to their page; contacts stand there for administrators alone', () => {
  const person = {
    id: 'p1',
    username: 'beba27',
    fullName: 'Nguyễn Thị Bé Ba',
    role: 'learner',
    birthYear: 1968,
    email: 'ba@example.vn',
    phone: '0912 345 678',
    isOpen: true,
  } as const
  const all = drawn(<FoundPeople people={[person]} showsContacts />)
  expect(all.text).toContain('0912 345 678, ba@example.vn')
  expect(all.named('th')).toHaveLength(5)
  const some = drawn(<FoundPeople people={[person]} showsContacts={false} />, 'en')
  expect(some.text).not.toMatch(/0912|example\.vn/)
  expect(some.named('th')).toHaveLength(4)
  expect(some.links).toEqual([['Nguyễn Thị Bé Ba', '/en/admin/people/p1']])
  const shut = drawn(<FoundPeople people={[{ ...person, email: null, phone: null, isOpen: false }]} showsContacts />)
  expect(shut.links).toEqual([])
  expect(shut.text).toMatch(/Nguyễn Thị Bé Ba.*Chưa có/)
})

test('nobody found is said to who listens; a list that was cut says so', () => {
  const none = drawn(<FoundPeople people={[]} showsContacts />)
  expect(none.all.map(({ attributes }) => attributes.role)).toContain('status')
  const nothing = { birthYear: null, email: null, phone: null }
  const person = { username: 'a', fullName: 'A', role: 'learner', ...nothing, isOpen: true } as const
  const many = (count: number) =>
    drawn(<FoundPeople people={Array.from({ length: count }, (_, n) => ({ ...person, id: `p${n}` }))} showsContacts />)
      .text
  expect(many(50)).toContain('Hiện 50 người đầu')
  expect(many(49)).not.toContain('Hiện 50 người đầu')
})

test('what was done to a person is said in words, from what to what, by whom, and why', () => {
  const deed = { id: 'd1', at: noon, by: 'Phạm Ẩn', before: null, after: null, reason: null }
  const page = drawn(
    <DeedsTable
      deeds={[
        { ...deed, verb: 'people.set-role', before: 'learner', after: 'trainer', reason: 'Quyết định 12' },
        { ...deed, id: 'd2', verb: 'attempts.allow-more-time', before: '0', after: '50', by: null },
        { ...deed, id: 'd3', verb: 'people.sign-up', by: '' },
        { ...deed, id: 'd4', verb: 'something.new' },
        { ...deed, id: 'd5', verb: 'people.create', after: 'learner' },
      ]}
    />,
  )
  expect(page.text).toContain('Đổi vai trò')
  expect(page.html).toContain('<small>Người học → Giảng viên</small><small>Quyết định 12</small>')
  expect(page.html).toContain('Thêm người này<small>Người học</small>')
  expect(page.html).toContain('<small>0% → 50%</small>')
  expect(page.text).toContain('Người vận hành máy chủ')
  expect(page.text).toContain('Người đã đóng tài khoản')
  expect(page.text).toContain('something.new')
})

test('an account of which nothing was noted says so instead of an empty table', () => {
  const page = drawn(<DeedsTable deeds={[]} />)
  expect(page.named('table')).toEqual([])
  expect(page.text).toBe('Nhật ký Chưa có việc nào được ghi về tài khoản này.')
})

test('a form on somebody’s page stands with what was typed there, and says at its box what is wrong', () => {
  const person = { id: 'p1', fullName: 'Nguyễn Thị Bé Ba', birthYear: 1968, role: 'trainer' }
  const fresh = drawn(<MendPersonForms person={person} problems={undefined} values={undefined} />)
  expect(postsTo(fresh)).toEqual([
    ['post', '/admin/people/p1'],
    ['post', '/admin/people/p1'],
  ])
  expect(fresh.boxes.map(([, value]) => value)).toEqual(['Nguyễn Thị Bé Ba', '', '1968', '', 'yes', ''])
  expect(ticked(fresh)).toEqual([])
  const refused = drawn(
    <MendPersonForms
      person={person}
      problems={{ birthYear: 'Năm chưa đúng.' }}
      values={{ birthYear: '68', 'year-reason': 'CCCD' }}
    />,
  )
  expect(invalid(refused)).toEqual(['birthYear'])
  expect(refused.boxes.map(([, value]) => value)).toEqual(['Nguyễn Thị Bé Ba', '', '68', '', 'yes', 'CCCD'])

  const role = drawn(<RoleForm person={person} problems={{ reason: 'Chưa có lý do.' }} values={{ role: 'manager' }} />)
  const chosen = role.named('option').filter(({ attributes }) => 'selected' in attributes)
  expect(chosen.map(({ attributes }) => attributes.value)).toEqual(['manager'])
  expect(invalid(role)).toEqual(['reason'])
})

test('a new person’s role is learner unless another is chosen, and only the name must be given', () => {
  const page = drawn(<CreatePersonForm />)
  expect(
    page.named('option').flatMap(({ attributes }) => ('selected' in attributes ? [attributes.value] : [])),
  ).toEqual(['learner'])
  expect(page.named('input').flatMap(({ attributes }) => ('required' in attributes ? [attributes.name] : []))).toEqual([
    'fullName',
  ])
})

test('a code that is seen once is said to who listens, with whom it is for and until when', () => {
  const page = drawn(<IssuedCodeNote issued={{ username: 'beba27', code: 'ABCDE-23456', until: '9:12' }} />)
  expect(page.all.filter(({ attributes }) => attributes.role === 'status')).toHaveLength(1)
  expect(page.text).toMatch(/Mã cho tên đăng nhập beba27.*ABCDE-23456.*trước 9:12/)
})

test('what is kept is a table in both languages, each row with why and how long', () => {
  for (const locale of ['vi', 'en'] as const) {
    const page = drawn(<KeptTable />, locale)
    const rows = page.named('tbody')[0]?.children.length ?? 0
    expect(rows).toBeGreaterThan(3)
    expect(page.named('td').every(({ children }) => children.join('').length > 3)).toBe(true)
    expect(page.named('td')).toHaveLength(2 * rows)
  }
  expect(drawn(<KeptTable />, 'vi').named('tr').length).toBe(drawn(<KeptTable />, 'en').named('tr').length)
})

test.each(['vi', 'en'] as const)(
  'no form about people stands in the way of who listens, tabs or enlarges: %s',
  (locale) => {
    const person = { id: 'p1', fullName: 'A', birthYear: null, role: 'learner' }
    const none = { problems: undefined, values: undefined }
    const wrong = { fullName: 'x', contact: 'x', password: 'x', account: 'x', guardian: 'x', code: 'x', birthYear: 'x' }
    const pages = [
      <SignUpForm key="up" next="" problems={wrong} />,
      <SignInForm key="in" next="" problems={wrong} />,
      <ResetCodeForm key="code" problems={wrong} />,
      <OtherWays key="ways" next="" />,
      <ConsentForm key="consents" standing={{ reminders: true, statistics: true }} />,
      <LanguageForm key="language" language="vi" />,
      <AboutMe key="me" profile={profile} />,
      <MendPersonForms key="mend" person={person} {...none} />,
      <RoleForm key="role" person={person} {...none} />,
      <CreatePersonForm key="create" problems={{ fullName: 'x', username: 'x' }} />,
      <KeptTable key="kept" />,
    ]
    for (const page of pages) expect(drawn(page, locale).troubles).toEqual([])
  },
)
