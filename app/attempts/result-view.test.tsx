import { expect, test } from 'vitest'
import type { ResultPlace } from '#app/attempts/result.ts'
import { ResultView } from '#app/attempts/result-view.tsx'
import { drawn } from '#tests/drawn.tsx'
import { places, result } from '#tests/exam-pages.tsx'

test('a result that is not enough says so, what had to be right, and where to read again', () => {
  const page = drawn(<ResultView {...result} />)
  expect(page.headings).toEqual([
    'h1 Bạn chưa đạt bài kiểm tra',
    'h2 Đúng bao nhiêu ở từng bài',
    'h2 1 câu nên xem lại',
    'h2 1 câu bạn làm đúng',
  ])
  for (const words of [
    '1 trong 2 câu đúng, được 50% số điểm',
    'Phải đúng mới đạt: câu 2',
    'Bạn đã trả lời 2 trong 2 câu',
  ])
    expect(page.text).toContain(words)
  expect(page.links).toContainEqual(['Đọc lại bài này', '/courses/cd3/bai-2'])
  expect(page.links).not.toContainEqual(['Đọc lại bài này', '/courses/cd3/bai-1'])
  expect(page.links).toContainEqual(['Làm lại bài kiểm tra', '/courses/cd3/exams/cuoi-khoa'])
})

test('a result by lesson is a table that says its figures without the chart', () => {
  const page = drawn(<ResultView {...result} />, 'en')
  expect(page.named('th').map(({ attributes }) => attributes.scope)).toEqual(['col', 'col', 'col', 'row', 'row'])
  expect(page.text).toMatch(/Cuộc gọi giả 1\/1 Mã OTP 0\/1/)
  expect(page.named('rect').map(({ attributes }) => attributes.width)).toEqual(['100%', '0%'])
})

test('who passed is led to the certificate, or told what is still missing in which lesson', () => {
  const passed = { ...result, isPassed: true, credit: 1000 }
  const certified = drawn(<ResultView {...passed} certificate="BS-7K4M-Q9TX" />)
  expect(certified.links[0]).toEqual(['Xem giấy của bạn', '/certificates/BS-7K4M-Q9TX'])
  expect(certified.text).not.toContain('Làm lại bài kiểm tra')

  const missing = { read: ['bai-1'], practice: ['bai-2'], minutes: ['bai-1', 'bai-2'], exam: false }
  const waiting = drawn(<ResultView {...passed} missing={missing} />).text
  expect(waiting).toContain('Đọc hết bài: Cuộc gọi giả.')
  expect(waiting).toContain('Làm câu luyện tập trong bài: Mã OTP.')
  expect(waiting).toContain('Học thêm cho đủ phút trong bài: Cuộc gọi giả; Mã OTP.')
})

test('what came too late, and an exam that time closed, are told as such', () => {
  const page = drawn(<ResultView {...result} isHandedIn={false} late={[1, 2]} />)
  expect(page.text).toContain('Hết giờ lúc 12:00 ngày 22/11/2026')
  expect(page.text).toContain('Câu 1, 2 có câu trả lời đến sau khi hết giờ')
  expect(drawn(<ResultView {...result} />).text).toContain('Bài làm đã nhận lúc 12:00')
})

test('the review policy decides what a result holds: all, the own answer, or the points alone', () => {
  const shown = (review: 'full' | 'own-answers' | 'score', kind: ResultPlace['shown']['kind']) =>
    drawn(<ResultView {...result} exam={{ ...result.exam, review }} places={places(kind)} />).html
  const full = shown('full', 'full')
  expect(full).toContain('Vì 0000000a')
  expect(full).toContain('Vì 0000000c')

  const own = shown('own-answers', 'own')
  expect(own).toContain('Vì 0000000b')
  expect(own).not.toContain('Vì 0000000c')
  expect(own.match(/<fieldset disabled/g)).toHaveLength(2)

  const score = shown('score', 'none')
  expect(score).toContain('Bài kiểm tra này chỉ báo số điểm.')
  expect(score).not.toMatch(/Vì 0000000|Ai được phép hỏi|<details/)
})
