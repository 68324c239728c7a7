import type { AskedAttempt } from '#app/attempts/asked-attempt.ts'
import { AttemptsAbout, type ShownAttempt } from '#app/attempts/attempts-about.tsx'
import { ExamPage } from '#app/attempts/exam-page.tsx'
import type { ExamStart } from '#app/attempts/exam-start.server.ts'
import { ownAnswer } from '#app/attempts/own-answer.ts'
import type { ResultPlace } from '#app/attempts/result.ts'
import { StartPage } from '#app/attempts/start-page.tsx'
import { SubmissionPage } from '#app/attempts/submission-page.tsx'
import { askQuestion } from '#app/questions/ask.ts'
import { reviewQuestion } from '#app/questions/review.ts'
import { drawn } from '#tests/drawn.tsx'
import { aQuestion } from '#tests/factories.ts'

export const noon = new Date('2026-11-22T05:00:00Z')
const course = { slug: 'cd3', title: 'Nhận biết lừa đảo' }
export const phone = '0273 000 1022'
export const rules = {
  key: 'cuoi-khoa',
  title: 'Bài kiểm tra cuối khóa',
  perLesson: 2,
  passPercent: 80,
  mustBeRight: 'none',
  attempts: null,
  waitHours: 0,
  timeLimitMinutes: null,
  review: 'full',
} as const
export const line = {
  id: 'a1',
  number: 1,
  openedAt: noon,
  deadlineAt: null,
  submittedAt: noon,
  closedAt: noon,
  credit: 666,
  isPassed: false,
}

/** The page before an exam, as drawn. */
export function start(changes: Partial<ExamStart> = {}, isSignedIn = true, locale?: 'vi' | 'en') {
  const allowed = (changes.rules ?? rules).attempts
  const left = allowed === null ? null : allowed - (changes.attempts ?? []).length
  const none = { attempts: [], open: null, refusal: null, isRenewal: false }
  const whole: ExamStart = { course, rules, questions: 4, left, ...none, ...changes }
  return drawn(<StartPage start={whole} isSignedIn={isSignedIn} phone={phone} />, locale)
}

/** An exam of three questions, the first of them answered. */
export const attempt: AskedAttempt = {
  id: 'a1',
  editionId: 'e1',
  language: 'vi' as const,
  course,
  exam: { key: 'cuoi-khoa', title: rules.title, timeLimitMinutes: 45 },
  number: 1,
  openedAt: noon,
  deadlineAt: new Date(noon.getTime() + 45 * 60_000),
  closedAt: null,
  remainingMs: 44.6 * 60_000,
  lastSequence: 7,
  places: [1, 2, 3].map((place) => ({
    place,
    lesson: 'bai-1',
    asked: askQuestion(aQuestion({ id: `q${place}` }), 'seed'),
    answer: place === 1 ? '0000000a' : null,
    receivedAt: place === 1 ? noon : null,
  })),
}
/** A question of an exam, as drawn. */
export const exam = (
  place: number,
  changes: { flags?: number[]; isRefused?: boolean; attempt?: AskedAttempt } = {},
  locale?: 'vi' | 'en',
) =>
  drawn(
    <ExamPage
      attempt={changes.attempt ?? attempt}
      person="p1"
      now={noon}
      place={place}
      flags={changes.flags ?? []}
      event="v1"
      phone={phone}
      isRefused={changes.isRefused ?? false}
    />,
    locale,
  )

/** The page before handing in, as drawn: of three questions these are unanswered, those marked. */
export function submission(missing: number[], flags: number[] = [], locale?: 'vi' | 'en') {
  const page = { id: 'a1', editionId: 'e1', person: 'p1', course, count: 3, missing, flags }
  return drawn(<SubmissionPage {...page} />, locale)
}

const [goodQuestion, badQuestion] = [aQuestion({ id: 'good' }), aQuestion({ id: 'bad' })]
const goodReview = reviewQuestion(goodQuestion, 's', '0000000a')
const badReview = reviewQuestion(badQuestion, 's', '0000000b')
/** A right answer and a wrong one, as a review policy shows them. */
export const places = (kind: ResultPlace['shown']['kind']): ResultPlace[] =>
  [goodReview, badReview].map((reviewed, index) => ({
    place: index + 1,
    lesson: `bai-${index + 1}`,
    isRight: index === 0,
    hadToBeRight: index === 1,
    shown: kind === 'full' ? { kind, reviewed } : kind === 'own' ? { kind, own: ownAnswer(reviewed) } : { kind },
  }))
/** What `ResultView` tells of an exam that was not passed. */
export const result = {
  id: 'a1',
  editionId: 'e1',
  language: 'vi' as const,
  course,
  exam: { ...rules, attempts: null },
  number: 1,
  closedAt: noon,
  isHandedIn: true,
  credit: 500,
  isPassed: false,
  answered: 2,
  byLesson: [
    { lesson: 'bai-1', title: 'Cuộc gọi giả', right: 1, all: 1 },
    { lesson: 'bai-2', title: 'Mã OTP', right: 0, all: 1 },
  ],
  places: places('full'),
  late: [],
  certificate: null,
  missing: null,
  refusal: null,
  phone,
}

export const shownAttempt: ShownAttempt = {
  id: 'a1',
  course,
  exam: rules.title,
  number: 2,
  openedAt: noon,
  credit: 250,
  isPassed: false,
  late: [
    { question: 'q1', place: 3, receivedAt: noon, isAccepted: false },
    { question: 'q2', place: 4, receivedAt: noon, isAccepted: true },
  ],
}
/** The exams of somebody, as whoever looks after them has them. */
export const about = (problems?: Record<string, string>, values?: Record<string, string>, locale?: 'vi' | 'en') =>
  drawn(
    <AttemptsAbout person="p1" isOwn={false} mayDecide attempts={[shownAttempt]} problems={problems} values={values} />,
    locale,
  )
