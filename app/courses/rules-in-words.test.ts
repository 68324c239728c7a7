import { expect, test } from 'vitest'
import { passingInWords, retakesInWords } from '#app/courses/rules-in-words.ts'
import { messages } from '#app/i18n/messages.ts'
import { aSheet } from '#tests/course-sheet.ts'

const t = messages('vi').courses.course
const sheet = aSheet()

test('the rules of passing are said whole: the exam, then the lessons', () => {
  expect(passingInWords(sheet, t)).toEqual([
    'Được từ 60% số điểm bài kiểm tra và đúng hết câu tình huống',
    'Trả lời hết câu hỏi trong bài',
  ])
  const strict = {
    ...sheet,
    exam: { ...sheet.exam, mustBeRight: 'none' as const },
    completion: { practice: false, minutesPercent: 30 },
  }
  expect(passingInWords(strict, t)).toEqual([
    'Được từ 60% số điểm bài kiểm tra',
    'Học ít nhất 30% thời gian của mỗi bài',
  ])
})

test('retakes are said with the wait between them', () => {
  expect(retakesInWords({ attempts: null, waitHours: 0 }, t)).toBe('Bao nhiêu lần cũng được')
  expect(retakesInWords({ attempts: 3, waitHours: 24 }, t)).toBe('Làm tối đa 3 lần, cách nhau 1 ngày')
  expect(retakesInWords({ attempts: 1, waitHours: 24 }, t)).toBe('Làm tối đa 1 lần')
})
