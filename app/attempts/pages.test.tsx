import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import type { AskedAttempt } from '#app/attempts/asked-attempt.ts'
import { ExamPage } from '#app/attempts/exam-page.tsx'
import type { Refusal } from '#app/attempts/may-open.ts'
import { ResultView } from '#app/attempts/result-view.tsx'
import type { Locale } from '#app/i18n/messages.ts'
import { WordsProvider } from '#app/i18n/words.tsx'
import { askQuestion } from '#app/questions/ask.ts'
import { aQuestion } from '#tests/factories.ts'

function html(page: ReactElement, locale: Locale = 'vi'): string {
  return renderToStaticMarkup(<WordsProvider locale={locale}>{page}</WordsProvider>)
}

const exam = {
  key: 'cuoi-khoa',
  title: 'Bài kiểm tra cuối khóa',
  passPercent: 80,
  mustBeRight: 'none',
  review: 'score',
  attempts: 2,
  waitHours: 24,
  timeLimitMinutes: null,
} as const
const course = { slug: 'cd3', title: 'Nhận biết lừa đảo' }
const noon = new Date('2026-11-22T05:00:00Z')

const attempt: AskedAttempt = {
  id: 'a1',
  editionId: 'e1',
  language: 'vi' as const,
  course,
  exam,
  number: 1,
  openedAt: noon,
  deadlineAt: null,
  closedAt: null,
  remainingMs: null,
  lastSequence: 0,
  places: [1, 2].map((place) => ({
    place,
    lesson: 'bai-1',
    asked: askQuestion(aQuestion({ id: `q${place}` }), 'seed'),
    answer: null,
    receivedAt: null,
  })),
}

const questionAt = (place: number, flags: number[] = []) =>
  html(
    <ExamPage
      attempt={attempt}
      person="p1"
      now={noon}
      place={place}
      flags={flags}
      event="v1"
      phone="0273"
      isRefused={false}
    />,
  )

test('the first button of a question’s form, which Enter presses, goes on; at the last question it stays', () => {
  const firstButton = (page: string) => /<form[^>]*data-question.*?<button[^>]*>/s.exec(page)?.[0] ?? ''

  expect(firstButton(questionAt(1))).toMatch(/name="go" value="2" tabindex="-1" aria-hidden="true">$/i)
  expect(firstButton(questionAt(2))).toMatch(/name="go" value="" tabindex="-1" aria-hidden="true">$/i)
})

test('an unanswered question says that a button saves, and keeps what the page script says instead', () => {
  const [, byScript, bare] = /data-nothing="([^"]*)">([^<]*)</.exec(questionAt(1)) ?? []
  expect(bare).toBe('Chưa trả lời câu này. Chọn xong, bấm nút bên dưới để lưu.')
  expect(byScript).toBe('Chưa trả lời câu này. Chọn xong, máy lưu ngay.')
})

test('the line of marked questions is there for the page script even while nothing is marked', () => {
  expect(questionAt(1)).toMatch(/<li hidden="" data-marked-line="true">/)
  expect(questionAt(1, [2])).toContain('<span>Đánh dấu: câu 2</span>')
  expect(questionAt(1)).toContain('data-marked-places="Đánh dấu: câu {places}"')
})

const failed = (refusal: Refusal | null, locale?: Locale) =>
  html(
    <ResultView
      id="a1"
      editionId="e1"
      language="vi"
      course={course}
      exam={exam}
      number={1}
      closedAt={noon}
      isHandedIn
      credit={250}
      isPassed={false}
      answered={2}
      byLesson={[]}
      places={[]}
      late={[]}
      certificate={null}
      missing={null}
      refusal={refusal}
      phone="0273 000 1022"
    />,
    locale,
  )

test('who failed is offered another try only when there is one, and told until when to wait or whom to call', () => {
  expect(failed(null)).toContain('Làm lại bài kiểm tra')

  const waiting = failed({ kind: 'wait', until: noon })
  expect(waiting).toContain('Bạn làm lại được từ 12:00 ngày 22/11/2026')
  const usedUp = failed({ kind: 'used-up', attempts: 2 })
  expect(usedUp).toContain('0273 000 1022')
  const passed = failed({ kind: 'passed', attempt: 'a2' }, 'en')
  expect(passed).toContain('href="/en/attempts/a2/result"')
  for (const page of [waiting, usedUp, passed]) {
    expect(page).not.toContain('/exams/cuoi-khoa')
    expect(page.match(/class="btn main"/g)).toHaveLength(1)
  }
})
