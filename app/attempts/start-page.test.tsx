import { expect, test } from 'vitest'
import { line, phone, rules, start } from '#tests/exam-pages.tsx'

test('the start page has one button: begin, go on, or try again', () => {
  expect(start().buttons).toEqual(['Bắt đầu làm bài'])
  expect(start({ attempts: [line] }).buttons).toEqual(['Làm lại bài kiểm tra'])
  expect(start({ attempts: [{ ...line, closedAt: null }], open: 'a1' }).buttons).toEqual(['Làm tiếp bài đang dở'])
  expect(
    start()
      .named('form')
      .map(({ attributes }) => [attributes.method, attributes.action]),
  ).toEqual([['post', '/courses/cd3/exams/cuoi-khoa']])
})

test('a visitor is led to sign in and back to this exam; who is refused is led to the course', () => {
  const visitor = start({}, false, 'en')
  expect(visitor.buttons).toEqual([])
  expect(visitor.links).toContainEqual([
    'Sign in to take the exam',
    '/en/sign-in?next=%2Fen%2Fcourses%2Fcd3%2Fexams%2Fcuoi-khoa',
  ])
  const refused = start({ refusal: { kind: 'used-up', attempts: 2 } })
  expect(refused.buttons).toEqual([])
  expect(refused.links).toContainEqual(['Về khóa học', '/courses/cd3'])
  expect(refused.text).toContain(`gọi ${phone}`)
})

test('every rule of the exam is said, and none that the course does not have', () => {
  const easy = start().text
  expect(easy).toContain('Có 4 câu')
  expect(easy).toContain('80% trở lên')
  expect(easy).toContain('Không giới hạn thời gian')
  expect(easy).toContain('bao nhiêu lần cũng được')
  expect(easy).not.toMatch(/chờ \d+ giờ|Được làm \d+ lần|phải đúng hết|Bạn còn/)

  const strict = { ...rules, mustBeRight: 'scenario', attempts: 3, waitHours: 24, timeLimitMinutes: 45 } as const
  const hard = start({ rules: strict, attempts: [line] }).text
  for (const words of ['Các câu tình huống phải đúng hết', 'Được làm 3 lần', 'chờ 24 giờ', 'Làm trong 45 phút'])
    expect(hard).toContain(words)
  expect(hard).toContain('Bạn còn 2 lần làm')
  expect(hard).not.toContain('bao nhiêu lần cũng được')
  expect(start({ rules: { ...rules, mustBeRight: 'marked' } }).text).toContain('Các câu bắt buộc phải đúng hết')
})

test('earlier attempts tell their result, and one that is not closed leads nowhere', () => {
  const page = start({
    attempts: [line, { ...line, id: 'a2', number: 2, closedAt: null, credit: null, isPassed: null }],
  })
  expect(page.text).toContain('Lần 1 · 12:00 ngày 22/11/2026')
  expect(page.text).toContain('Chưa đạt · 66,6%')
  expect(page.text).toContain('Đang làm')
  expect(page.links.filter(([, href]) => href?.startsWith('/attempts'))).toEqual([
    ['Xem kết quả', '/attempts/a1/result'],
  ])
})

test('who is to pass a course again is told that the exam is all it takes', () => {
  const page = start({ attempts: [{ ...line, isPassed: true }], isRenewal: true })
  expect(page.text).toContain('Đến hạn học lại: thi lại là đủ')
  expect(page.buttons).toEqual(['Làm lại bài kiểm tra'])
  expect(start().text).not.toContain('học lại: thi lại')
})
