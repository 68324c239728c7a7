import { expect, test } from 'vitest'
import { attempt, exam, submission } from '#tests/exam-pages.tsx'

test('a question of an exam sends its id, its place and a number above all that were received', () => {
  const page = exam(2, { flags: [1, 3] })
  expect(page.hiddenFields).toEqual({
    event: 'v1',
    question: 'q2',
    place: '2',
    sequence: '8',
    edition: 'e1',
    flags: '1.3',
    answered: '',
  })
  expect(exam(1).hiddenFields).toMatchObject({ answered: 'yes' })
  expect(page.named('form').map(({ attributes }) => [attributes.method, attributes.action])).toEqual([
    ['post', '/attempts/a1/answers'],
  ])
})

test('the answer that was received is chosen again, and its receipt said; one not given says so', () => {
  const ticked = (page: ReturnType<typeof exam>) =>
    page.named('input').flatMap(({ attributes }) => ('checked' in attributes ? [attributes.value] : []))
  expect(ticked(exam(1))).toEqual(['0000000a'])
  expect(exam(1).text).toContain('Câu 1 đã nhận lúc 12:00 ngày 22/11/2026.')
  expect(ticked(exam(2))).toEqual([])
  expect(exam(2).text).toContain('Chưa trả lời câu này')
})

test('the sheet says of every question whether it was received, is open now, or is marked', () => {
  const page = exam(2, { flags: [3] })
  const sheet = page.links.filter(([, href]) => href?.includes('?q='))
  expect(sheet).toEqual([
    ['1, đã nhận', '/attempts/a1?q=1&flags=3'],
    ['2, đang xem', '/attempts/a1?q=2&flags=3'],
    ['3, chưa làm, có đánh dấu', '/attempts/a1?q=3&flags=3'],
  ])
  expect(page.named('a').flatMap(({ attributes }) => attributes['aria-current'] ?? [])).toEqual(['true'])
  expect(page.text).toContain('Đã nhận: 1 câu')
  expect(page.text).toContain('Chưa làm: 2 câu')
})

test('the bar leads back and on; from the first there is no way back, from the last on to handing in', () => {
  expect(exam(1).buttons).toEqual(['Câu 2'])
  expect(exam(2).buttons).toEqual(['Câu 1', 'Câu 3'])
  expect(exam(3).buttons).toEqual(['Câu 2', 'Nộp bài'])
  const last = exam(3).named('button').at(-1)?.attributes
  expect(last).toMatchObject({ form: 'q3', name: 'go', value: 'submission' })
})

test('the clock tells whole minutes by the server’s deadline, and is not there without a limit', () => {
  expect(exam(1).text).toContain('Còn 44 phút')
  expect(exam(1).text).toContain('Hết giờ lúc 12:45 ngày 22/11/2026')
  const last = { ...attempt, remainingMs: 59_000 }
  expect(exam(1, { attempt: last }).text).toContain('Còn chưa đến 1 phút')
  const free = exam(1, { attempt: { ...attempt, deadlineAt: null, remainingMs: null } })
  expect(free.text).not.toMatch(/Hết giờ|Còn \d+ phút/)
})

test('what could not be saved is said at once to who listens', () => {
  expect(exam(1).all.filter(({ attributes }) => attributes.role === 'alert')).toEqual([])
  const refused = exam(1, { isRefused: true })
  expect(refused.all.filter(({ attributes }) => attributes.role === 'alert')).toHaveLength(1)
  expect(refused.text).toContain('Câu này chưa lưu được')
})

test('before handing in, what is unanswered is named and one press away', () => {
  const page = submission([2, 3], [1])
  expect(page.text).toContain('Còn 2 câu chưa làm')
  expect(page.text).toContain('Bạn đánh dấu để xem lại: câu 1.')
  expect(page.buttons).toEqual(['Nộp bài, bỏ trống 2 câu'])
  expect(page.links).toEqual([
    ['Câu 2', '/attempts/a1?q=2&flags=1'],
    ['Câu 3', '/attempts/a1?q=3&flags=1'],
    ['Trở lại làm tiếp', '/attempts/a1?q=2&flags=1'],
  ])
  const whole = submission([], [], 'en')
  expect(whole.buttons).toEqual(['Hand in now'])
  expect(whole.links).toEqual([['Back to the exam', '/en/attempts/a1?q=1']])
})
