import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { CataloguePage } from '#app/courses/catalogue-page.tsx'
import { CoursePage } from '#app/courses/course-page.tsx'
import { filterFrom } from '#app/courses/filter-courses.ts'
import { HomePage } from '#app/courses/home-page.tsx'
import type { Locale } from '#app/i18n/messages.ts'
import { WordsProvider } from '#app/i18n/words.tsx'
import { aLesson, aSheet } from '#tests/course-sheet.ts'

function html(page: ReactElement, locale: Locale = 'vi'): string {
  return renderToStaticMarkup(<WordsProvider locale={locale}>{page}</WordsProvider>)
}

const sheet = aSheet()
const course = { slug: 'cd9', sheet, hit: null }
const none = { levels: [], competences: [] }

test('the course page is marked for the page script, and says the same to everybody', () => {
  const page = html(<CoursePage slug="cd9" edition="e1" sheet={sheet} progress={null} />)

  expect(page).toContain('data-course="cd9" data-edition="e1"')
  expect(page).toContain('<li data-lesson="mua-ve">')
  expect(page).toMatch(/<a class="btn main" data-continue="true"[^>]* href="\/courses\/cd9\/mua-ve">/)
  expect(page).toContain('<noscript><p><a href="/courses/cd9?mine">Xem tiến độ của bạn</a></p></noscript>')
  expect(page.match(/class="btn main"/g)).toHaveLength(1)
  expect(page).toContain('4.2 Bảo vệ dữ liệu cá nhân và quyền riêng tư')
})

test('with progress the ticks, the next lesson and the right button stand in the page', () => {
  const next = { kind: 'lesson', href: '/courses/cd9/len-do', words: 'Học tiếp bài 2' } as const
  const page = html(
    <CoursePage slug="cd9" edition="e1" sheet={sheet} progress={{ lessons: { 'mua-ve': 'done' }, next }} />,
  )

  expect(page).toContain('<li data-lesson="mua-ve" class="done">')
  expect(page).toContain('Đã học xong')
  expect(page).toContain('<li data-lesson="len-do" class="now">')
  expect(page).toContain('Học tiếp bài 2')
  expect(page).not.toContain('noscript')
  expect(page).not.toContain('<template')
})

test('the exam is the last step, and becomes the next one when the lessons are done', () => {
  const next = { kind: 'exam', href: '/courses/cd9/exams/cuoi-khoa', words: 'Làm bài kiểm tra' } as const
  const page = html(<CoursePage slug="cd9" edition="e1" sheet={sheet} progress={{ lessons: {}, next }} />)

  expect(page).toMatch(
    /<li data-exam-step="true" class="now"><div><a href="\/courses\/cd9\/exams\/cuoi-khoa" aria-current="step"/,
  )
})

test('what was typed and what courses say is text, never markup', () => {
  const bad = '<img src=x onerror=alert(1)>'
  const filter = filterFrom(new URLSearchParams({ q: bad }))
  const hit = { slug: 'cd9', lesson: { lesson: 'mua-ve', title: bad }, excerpt: [{ text: bad, isMatch: true }] }
  const page = html(
    <CataloguePage
      filter={filter}
      {...none}
      courses={[{ ...course, sheet: aSheet({ title: bad }), hit }]}
      isEmpty={false}
    />,
  )

  expect(page).not.toContain('<img src=x')
  expect(page).toContain('<mark>&lt;img src=x onerror=alert(1)&gt;</mark>')
})

test('the catalogue says how many there are, and opens its filters when one is chosen', () => {
  const catalogue = (address: string, courses = [course]) =>
    html(
      <CataloguePage filter={filterFrom(new URLSearchParams(address))} {...none} courses={courses} isEmpty={false} />,
    )

  expect(catalogue('')).toContain('<p class="soft" role="status">Có 1 khóa học.</p>')
  expect(catalogue('')).not.toMatch(/<details[^>]* open/)
  expect(catalogue('audience=citizens')).toMatch(/<details[^>]* open/)
  expect(catalogue('q=tho', [])).toContain('Không có khóa học nào cho “tho”.')
  expect(catalogue('q=tho', [])).toContain('/art/moored.svg')
})

test('a province without courses yet still has a home page and a catalogue', () => {
  expect(html(<HomePage picks={[]} courseCount={0} scams={undefined} today="2026-11-22" />)).toContain(
    'đang được chuẩn bị',
  )
  expect(html(<CataloguePage filter={filterFrom(new URLSearchParams())} {...none} courses={[]} isEmpty />)).toContain(
    'đang được chuẩn bị',
  )
})

test('the scam of the week leads to its lesson, and only to a lesson that exists', () => {
  const withLesson = { slug: 'cd3', sheet: aSheet({ lessons: [aLesson('gia-cong-an', 'Giả công an')] }) }
  const home = (scams: typeof withLesson | undefined) =>
    html(<HomePage picks={[course]} courseCount={1} scams={scams} today="2026-11-22" />)

  expect(home(withLesson)).toContain('href="/courses/cd3/gia-cong-an"')
  expect(home(undefined)).not.toContain('id="scam"')
  expect(home({ slug: 'cd3', sheet })).not.toContain('id="scam"')
})

test('no page of ours carries a script, a style attribute or a handler', () => {
  const filter = filterFrom(new URLSearchParams())
  const pages = [
    <HomePage key="h" picks={[course]} courseCount={1} scams={course} today="2026-11-22" />,
    <CataloguePage key="c" filter={filter} {...none} courses={[course]} isEmpty={false} />,
    <CoursePage key="p" slug="cd9" edition="e1" sheet={sheet} progress={null} />,
  ]
  for (const page of pages)
    for (const locale of ['vi', 'en'] as const) expect(html(page, locale)).not.toMatch(/<script|\sstyle=|\son[a-z]+=/)
})

test('English pages lead to English pages and keep the course in its own language', () => {
  const page = html(<CoursePage slug="cd9" edition="e1" sheet={sheet} progress={null} />, 'en')

  expect(page).toContain('href="/en/courses/cd9/mua-ve"')
  expect(page).toContain('<h1 lang="vi">')
  expect(page).not.toMatch(/href="\/courses(?!\/cd9\/media)/)
})
