import { expect, test } from 'vitest'
import { AnnouncedWindows } from '#app/attempts/announced-windows.tsx'
import type { AskedAttempt } from '#app/attempts/asked-attempt.ts'
import { AttemptsAbout, type ShownAttempt } from '#app/attempts/attempts-about.tsx'
import { ExamPage } from '#app/attempts/exam-page.tsx'
import type { ExamStart } from '#app/attempts/exam-start.server.ts'
import { MoreTimeForm } from '#app/attempts/more-time-form.tsx'
import { ownAnswer } from '#app/attempts/own-answer.ts'
import type { ResultPlace } from '#app/attempts/result.ts'
import { ResultView } from '#app/attempts/result-view.tsx'
import { StartPage } from '#app/attempts/start-page.tsx'
import { SubmissionPage } from '#app/attempts/submission-page.tsx'
import { askQuestion } from '#app/questions/ask.ts'
import { reviewQuestion } from '#app/questions/review.ts'
import { drawn } from '#tests/drawn.tsx'
import { aQuestion } from '#tests/factories.ts'

const noon = new Date('2026-11-22T05:00:00Z')
const course = { slug: 'cd3', title: 'Nhận biết lừa đảo' }
const phone = '0273 000 1022'
const rules = {
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
const line = {
  id: 'a1',
  number: 1,
  openedAt: noon,
  deadlineAt: null,
  submittedAt: noon,
  closedAt: noon,
  credit: 666,
  isPassed: false,
}
const languages = ['vi', 'en'] as const

function start(changes: Partial<ExamStart> = {}, isSignedIn = true, locale?: 'vi' | 'en') {
  const whole: ExamStart = { course, rules, questions: 4, attempts: [], open: null, refusal: null, ...changes }
  return drawn(<StartPage start={whole} isSignedIn={isSignedIn} phone={phone} />, locale)
}

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

const attempt: AskedAttempt = {
  id: 'a1',
  editionId: 'e1',
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
const exam = (
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

function submission(missing: number[], flags: number[] = [], locale?: 'vi' | 'en') {
  const page = { id: 'a1', editionId: 'e1', person: 'p1', course, count: 3, missing, flags }
  return drawn(<SubmissionPage {...page} />, locale)
}

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

const [goodQuestion, badQuestion] = [aQuestion({ id: 'good' }), aQuestion({ id: 'bad' })]
const goodReview = reviewQuestion(goodQuestion, 's', '0000000a')
const badReview = reviewQuestion(badQuestion, 's', '0000000b')
const places = (kind: ResultPlace['shown']['kind']): ResultPlace[] =>
  [goodReview, badReview].map((reviewed, index) => ({
    place: index + 1,
    lesson: `bai-${index + 1}`,
    isRight: index === 0,
    hadToBeRight: index === 1,
    shown: kind === 'full' ? { kind, reviewed } : kind === 'own' ? { kind, own: ownAnswer(reviewed) } : { kind },
  }))
const result = {
  id: 'a1',
  editionId: 'e1',
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

const shownAttempt: ShownAttempt = {
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
const about = (problems?: Record<string, string>, values?: Record<string, string>, locale?: 'vi' | 'en') =>
  drawn(
    <AttemptsAbout person="p1" isOwn={false} attempts={[shownAttempt]} problems={problems} values={values} />,
    locale,
  )

test('a manager accepts a late answer with a reason of its own; what is accepted has no form', () => {
  const page = about()
  expect(page.named('form').map(({ attributes }) => attributes.action)).toEqual(['/admin/people/p1'])
  expect(page.hiddenFields).toEqual({ deed: 'late', attempt: 'a1', question: 'q1' })
  expect(page.boxes).toEqual([['Lý do chấp nhận câu 3', '']])
  expect(page.buttons).toEqual(['Chấp nhận câu 3'])
  expect(page.text).toContain('Câu 4, nhận lúc 12:00 ngày 22/11/2026 đã chấp nhận')
})

test('whose exams they are may read all of it, and decide nothing of it', () => {
  const form = { person: 'p1', isOwn: true, problems: undefined, values: undefined }
  for (const page of [
    drawn(<AttemptsAbout {...form} attempts={[shownAttempt]} />),
    drawn(<MoreTimeForm {...form} given={null} />),
  ]) {
    expect(page.named('form')).toEqual([])
    expect(page.buttons).toEqual([])
  }
})

test('a refused reason is said at its own box with what was typed', () => {
  const page = about({ 'late-reason-a1-3': 'Cần lý do.' }, { 'late-reason-a1-3': 'x' })
  const [box] = page.named('input').filter(({ attributes }) => attributes.type !== 'hidden')
  expect(box?.attributes).toMatchObject({ 'aria-invalid': 'true', value: 'x' })
  expect(box?.attributes['aria-describedby']).toContain('late-reason-a1-3-problem')
  expect(page.text).toContain('Cần lý do.')
})

test('extra time tells who gave it: a person, somebody gone, or the operator', () => {
  const form = (by: string | null, locale?: 'vi' | 'en') =>
    drawn(
      <MoreTimeForm
        person="p1"
        isOwn={false}
        given={{ extraPercent: 50, reason: 'mắt kém', at: noon, by }}
        problems={undefined}
        values={undefined}
      />,
      locale,
    )
  expect(form('Lê Quản Lý').text).toContain('Đang được thêm 50% giờ: mắt kém. Lê Quản Lý cho lúc 12:00')
  expect(form('').text).toContain('Người đã đóng tài khoản cho lúc')
  expect(form(null, 'en').text).toContain('Given by The operator of the server at 12:00')
  expect(form(null).boxes.map(([name]) => name)).toEqual(['Thêm bao nhiêu phần trăm', expect.stringMatching(/lý do/i)])
  expect(form(null).hiddenFields).toEqual({ deed: 'more-time' })
})

test('announced maintenance is a table, by Vietnamese clocks, with who announced it', () => {
  const window = { id: 'w1', startsAt: noon, endsAt: new Date(noon.getTime() + 600_000), at: noon }
  const page = drawn(
    <AnnouncedWindows
      windows={[
        { ...window, by: null },
        { ...window, id: 'w2', by: 'Phạm Ẩn' },
        { ...window, id: 'w3', by: '' },
      ]}
      now={noon}
    />,
  )
  expect(page.text).toContain('12:00 ngày 22/11/2026 12:10 ngày 22/11/2026 Người vận hành máy chủ')
  expect(page.text).toContain('Phạm Ẩn')
  expect(page.text).toContain('Người đã đóng tài khoản')
  expect(drawn(<AnnouncedWindows windows={[]} now={noon} />).text).toBe('Chưa báo lần nào.')
})

test.each([
  ['ahead', -1, ['Rút lại (12:00 ngày 22/11/2026)']],
  ['under way', 0, ['Kết thúc ngay (12:00 ngày 22/11/2026)']],
  ['over', 600_000, []],
] as const)('maintenance that is %s shows just what can still be done about it', (_, later, buttons) => {
  const window = { id: 'w1', startsAt: noon, endsAt: new Date(noon.getTime() + 600_000), at: noon, by: null }
  const page = drawn(<AnnouncedWindows windows={[window]} now={new Date(noon.getTime() + later)} />)
  expect(page.buttons).toEqual(buttons)
  expect(page.text.includes('Đã qua')).toBe(buttons.length === 0)
})

test.each(languages)('no page of an exam stands in the way of who listens, tabs or enlarges: %s', (locale) => {
  const pages = [
    start({ attempts: [line], refusal: { kind: 'wait', until: noon } }, true, locale),
    start({}, false, locale),
    exam(1, { flags: [2] }, locale),
    exam(3, { isRefused: true }, locale),
    submission([2], [1], locale),
    submission([], [], locale),
    drawn(<ResultView {...result} late={[1]} refusal={{ kind: 'passed', attempt: 'a2' }} />, locale),
    drawn(<ResultView {...result} places={places('own')} exam={{ ...result.exam, review: 'own-answers' }} />, locale),
    about({ 'late-reason-a1-3': 'x' }, {}, locale),
  ]
  for (const page of pages) {
    expect(page.troubles).toEqual([])
    for (const [, href] of page.links)
      expect(href).toMatch(locale === 'en' ? /^(\/en(\/|$)|tel:|#)/ : /^(?!\/en(\/|$))/)
  }
})
