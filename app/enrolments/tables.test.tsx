import { expect, test } from 'vitest'
import { CoursesAtDesk } from '#app/enrolments/courses-at-desk.tsx'
import { type MyCourse, MyCourses } from '#app/enrolments/my-courses.tsx'
import { drawn } from '#tests/drawn.tsx'

function aCourse(changes: Partial<MyCourse> = {}): MyCourse {
  return {
    slug: 'cd3',
    title: 'Nhận biết lừa đảo',
    cover: 'media/cover.svg',
    hours: 0,
    exam: 'cuoi-khoa',
    completedOn: null,
    done: 1,
    all: 2,
    next: 1,
    lessons: [
      { lesson: 'goi-gia', title: 'Cuộc gọi giả' },
      { lesson: 'ma-otp', title: 'Mã OTP' },
    ],
    ...changes,
  }
}

test('who has begun nothing is led to the catalogue, and to nothing else', () => {
  const page = drawn(<MyCourses courses={[]} />)

  expect(page.headings).toEqual(['h2 Bạn chưa học khóa nào'])
  expect(page.links).toEqual([['Chọn khóa học', '/courses']])
  expect(drawn(<MyCourses courses={[]} />, 'en').links).toEqual([[expect.stringMatching(/\w/), '/en/courses']])
})

test('the course under way stands first with one button to the very lesson that is next', () => {
  const page = drawn(<MyCourses courses={[aCourse(), aCourse({ slug: 'cd4', completedOn: '2026-11-20' })]} />)

  expect(page.links).toEqual([
    ['Học tiếp bài 2', '/courses/cd3/ma-otp'],
    ['Nhận biết lừa đảo', '/courses/cd3?mine'],
    ['Nhận biết lừa đảo', '/courses/cd4?mine'],
  ])
  expect(page.text).toContain('Bài 2: Mã OTP')
  expect(page.text).toContain('Xong 1 trong 2 bài')
  expect(page.text).toContain('Hoàn thành ngày 20/11/2026')
  expect(page.troubles).toEqual([])
})

test('with all lessons done the button leads to the exam; with all courses done there is no button', () => {
  const exam = drawn(<MyCourses courses={[aCourse({ next: -1, done: 2 })]} />, 'en')
  expect(exam.links[0]).toEqual([expect.stringMatching(/exam/i), '/en/courses/cd3/exams/cuoi-khoa'])

  const done = drawn(<MyCourses courses={[aCourse({ completedOn: '2026-11-20' })]} />)
  expect(done.links).toEqual([['Nhận biết lừa đảo', '/courses/cd3?mine']])
})

test('who has read and practised everything but lacks minutes is told how many, and in which lesson', () => {
  const course = aCourse({
    done: 0,
    next: 0,
    short: [
      { place: 1, minutes: 8 },
      { place: 2, minutes: 23 },
    ],
  })
  const page = drawn(<MyCourses courses={[course]} />)
  expect(page.text).toContain('Xong 0 trong 2 bài')
  expect(page.text).toContain('Còn thiếu 8 phút học.')
  expect(page.text).toContain('chỉ còn thiếu phút học: bài 1 thiếu 8 phút, bài 2 thiếu 23 phút.')

  const english = drawn(<MyCourses courses={[course]} />, 'en').text
  expect(english).toContain('only minutes of study are missing: 8 in lesson 1, 23 in lesson 2.')
  expect(drawn(<MyCourses courses={[aCourse({ short: [] })]} />).text).not.toContain('thiếu')
})

test('hours are said of courses that count for some, and not of others', () => {
  expect(drawn(<MyCourses courses={[aCourse({ hours: 7.5 })]} />).text).toContain('7,5 tiết')
  expect(drawn(<MyCourses courses={[aCourse()]} />).text).not.toContain('tiết')
})

test('a desk says of each course its edition, its day and how many learn in which', () => {
  const course = {
    slug: 'cd3',
    code: 'CD3',
    title: 'Nhận biết lừa đảo',
    edition: 2,
    // In Vietnam this is the next day already.
    publishedAt: new Date('2026-11-20T18:00:00Z'),
    learners: [
      { edition: 2, count: 1 },
      { edition: 1, count: 12 },
    ],
  }
  const page = drawn(<CoursesAtDesk courses={[course, { ...course, slug: 'cd4', learners: [] }]} />)

  expect(page.named('th').map(({ attributes }) => attributes.scope)).toEqual(['col', 'col', 'col', 'col', 'row', 'row'])
  expect(page.links.map(([, href]) => href)).toEqual(['/courses/cd3', '/courses/cd4'])
  for (const words of ['CD3 · cd3', '21/11/2026', '1 người ở bản 2, 12 người ở bản 1', 'Chưa ai học'])
    expect(page.text).toContain(words)
  expect(page.troubles).toEqual([])
  expect(drawn(<CoursesAtDesk courses={[]} />).text).toBe('Chưa có khóa học nào.')
})
