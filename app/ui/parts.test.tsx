import { expect, test } from 'vitest'
import { uniqueId } from '#app/ui/browser/unique-id.ts'
import { Ferry } from '#app/ui/ferry.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import { ProblemPage } from '#app/ui/problem-page.tsx'
import { River } from '#app/ui/river.tsx'
import { Shell } from '#app/ui/shell.tsx'
import { drawn } from '#tests/drawn.tsx'

test('a box is named by its label, and described by its example and by what is wrong with it', () => {
  const page = drawn(
    <Field name="phone" label="Số điện thoại" eg="Ví dụ: 0900" problem="Chưa đúng." defaultValue="09" />,
  )
  const [box] = page.named('input')
  expect(page.boxes).toEqual([['Số điện thoại', '09']])
  expect(box?.attributes).toMatchObject({ id: 'phone', name: 'phone', 'aria-invalid': 'true' })
  const said = box?.attributes['aria-describedby']
    ?.split(' ')
    .map((id) => page.all.find(({ attributes }) => attributes.id === id)?.children.join(''))
  expect(said).toEqual(['Ví dụ: 0900', 'Chưa đúng.'])
})

test('a box without example and problem is described by nothing and not called wrong', () => {
  const attributes = drawn(<Field name="a" label="A" />).named('input')[0]?.attributes ?? {}
  expect(Object.keys(attributes).sort()).toEqual(['id', 'name'])
})

test('a notice says in words what its colour and icon say, and is read out only when it should be', () => {
  for (const kind of ['warn', 'right', 'wrong', undefined] as const) {
    const page = drawn(<Note kind={kind} title="Chưa lưu được" />)
    expect(page.text).toBe('Chưa lưu được')
    expect(page.all.flatMap(({ attributes }) => attributes.role ?? [])).toEqual([])
    expect(page.troubles).toEqual([])
  }
  const alert = drawn(<Note kind="wrong" title="Sai" role="alert" />)
  expect(alert.all.flatMap(({ attributes }) => attributes.role ?? [])).toEqual(['alert'])
})

test('pictures of the ferry and icons are silent: the words beside them say it all', () => {
  for (const state of ['here', 'sending', 'received'] as const) {
    const page = drawn(<Ferry state={state}>Câu 1 đã nhận.</Ferry>)
    expect(page.text).toBe('Câu 1 đã nhận.')
    expect(page.all.flatMap(({ attributes }) => attributes['data-ferry'] ?? [])).toEqual([state])
    // All three boats are there, so that the page script may move it without drawing.
    expect(page.named('path').flatMap(({ attributes }) => attributes['data-boat'] ?? [])).toEqual([
      'here',
      'sending',
      'received',
    ])
  }
  expect(drawn(<Icon name="warn" />).text).toBe('')
  expect(drawn(<Icon name="warn" />).troubles).toEqual([])
})

test('an error page says what happened, what to do and whom to ask, in this order, and leads on', () => {
  const lines = [
    { head: 'Chuyện gì', text: 'Không có trang này.' },
    { head: 'Làm gì', text: 'Về trang đầu.' },
    { head: 'Hỏi ai', text: 'Gọi 0273 000 1022.' },
  ]
  const page = drawn(
    <ProblemPage
      title="Không tìm thấy"
      lines={lines}
      phone="0273 000 1022"
      code="404"
      home={{ href: '/', words: 'Trang đầu' }}
      courses={{ href: '/courses', words: 'Khóa học' }}
    />,
  )
  expect(page.headings).toEqual(['h1 Không tìm thấy'])
  expect(page.text).toMatch(/Không có trang này\..*Về trang đầu\..*Gọi 0273 000 1022\..*404/)
  expect(page.links).toEqual([
    ['0273 000 1022', 'tel:02730001022'],
    ['Trang đầu', '/'],
    ['Khóa học', '/courses'],
  ])
  expect(page.troubles).toEqual([])
})

const shell = (isBare = false) =>
  drawn(
    <Shell
      words={{ skip: 'Tới nội dung', navigation: 'Lối đi', siteName: 'Bến Số' }}
      homeHref="/"
      tiles={
        isBare
          ? []
          : [
              { href: '/courses', icon: 'book', words: 'Khóa học', isHere: true },
              { href: '/me', icon: 'me', words: 'Của tôi', isHere: false },
            ]
      }
      who="Bé Ba"
      footer={<footer>Sông</footer>}
    >
      <h1>Trang</h1>
    </Shell>,
  )

test('the first thing to tab to leads past the head to the content, which can take the focus', () => {
  const page = shell()
  expect(page.links[0]).toEqual(['Tới nội dung', '#main'])
  const [main] = page.named('main')
  expect(main?.attributes).toMatchObject({ id: 'main', tabindex: '-1' })
})

test('the place where one is is told in the navigation, and the logo says nothing twice', () => {
  const page = shell()
  const here = page.named('a').filter(({ attributes }) => attributes['aria-current'] === 'page')
  expect(here.map(({ attributes }) => attributes.href)).toEqual(['/courses'])
  expect(page.links).toContainEqual(['Bến Số', '/'])
  expect(page.named('nav').map(({ attributes }) => attributes['aria-label'])).toEqual(['Lối đi'])
  expect(page.troubles).toEqual([])
})

test('a bare page, as lessons and exams are, has no navigation but keeps its landmarks', () => {
  const page = shell(true)
  expect(page.named('nav')).toEqual([])
  for (const landmark of ['header', 'main', 'footer']) expect(page.named(landmark)).toHaveLength(1)
})

test('every page ends with somebody to call; a link in another language says which', () => {
  const page = drawn(
    <River
      help={{ head: 'Cần giúp?', who: 'Tổ hỗ trợ', phone: '0273 000 1022', promise: 'Có người nghe.' }}
      easier={{ head: 'Dễ đọc hơn', form: <p>…</p> }}
      about={{ head: 'Về Bến Số', words: 'Của tỉnh.', links: [{ href: '/en', words: 'English', lang: 'en' }] }}
    />,
  )
  expect(page.links).toEqual([
    ['0273 000 1022', 'tel:02730001022'],
    ['English', '/en'],
  ])
  const english = page.named('a').at(-1)?.attributes
  expect(english).toMatchObject({ lang: 'en', hreflang: 'en' })
  expect(page.headings).toEqual(['h2 Cần giúp?', 'h2 Dễ đọc hơn', 'h2 Về Bến Số'])
  expect(page.troubles).toEqual([])
})

test('ids made on a device are UUIDs of version 4, each another', () => {
  const ids = Array.from({ length: 500 }, uniqueId)
  expect(new Set(ids).size).toBe(500)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
