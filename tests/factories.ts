import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import type { CourseSheet, ExamRules } from '#app/courses/course-sheet.ts'
import { courses, editionLessons, editions, examQuestions } from '#app/courses/schema.ts'
import { type Transaction, write } from '#app/db/db.server.ts'
import type { LessonDocument } from '#app/lessons/lesson-document.ts'
import { lessonDocuments } from '#app/lessons/schema.ts'

import { insertPeopleInTx } from '#app/people/insert-people-in-tx.server.ts'
import type { Role, SignedIn } from '#app/people/person.ts'
import type { FormFields, Question } from '#app/questions/question.ts'

/** Somebody with an account, signed in. */
export async function aPerson({ fullName = 'Nguyễn Thị Bé Ba', role = 'learner' as Role } = {}): Promise<SignedIn> {
  const id = uuid()
  await write((tx) =>
    insertPeopleInTx(tx, [{ id, username: id, fullName, role, language: 'vi', createdAt: new Date() }]),
  )
  return { id, role, username: id, fullName, language: 'vi', isShared: false }
}

const right = '0000000a'
const wrong = ['0000000b', '0000000c'] as const

/** A question with one right answer; change what the test is about. */
export function aQuestion(changes: Partial<Question> = {}): Question {
  const option = (id: string, isRight: boolean) => ({ id, html: `Ý ${id}`, isRight, whyHtml: `Vì ${id}` })
  return {
    id: uuid(),
    kind: 'single',
    promptHtml: '<p>Ai được phép hỏi mã OTP của bạn?</p>',
    whyHtml: '<p>Không ai cả.</p>',
    outcome: 1,
    difficulty: 1,
    skill: '4.2',
    isScenario: false,
    mustBeRight: false,
    points: 1,
    title: '',
    spec: { options: [option(wrong[0], false), option(wrong[1], false), option(right, true)] },
    ...changes,
  }
}

/** What a form sends for the right and for a wrong answer to `aQuestion`, or for none. */
export function rightAnswer(question: { id: string }): Array<[string, string]> {
  return [[`answer.${question.id}`, right]]
}

export function wrongAnswer(question: { id: string }, which: 0 | 1 = 0): Array<[string, string]> {
  return [[`answer.${question.id}`, wrong[which]]]
}

export const noAnswer: FormFields = []

export type EditionPlan = {
  slug?: string
  lessons?: number
  /** Practice questions a lesson. */
  practice?: number
  /** Exam questions a lesson; the first of each lesson is a scenario. */
  bank?: number
  exam?: Partial<ExamRules>
  completion?: CourseSheet['completion']
  sheet?: Partial<CourseSheet>
}

export type AnEdition = {
  id: string
  courseId: string
  slug: string
  sheet: CourseSheet
  lessons: string[]
  practice: Array<{ lesson: string; question: Question }>
  pool: Array<{ lesson: string; question: Question }>
}

/** A published course; a slug that exists already gets its next edition, and new learners with it. */
export async function anEdition(plan: EditionPlan = {}): Promise<AnEdition> {
  const { slug = `khoa-${uuid()}`, lessons: count = 2, practice: perLesson = 2, bank = 4 } = plan
  const id = uuid()
  const lessons = Array.from({ length: count }, (_, place) => `bai-${place + 1}`)
  const practice = lessons.flatMap((lesson) => questionsOf(lesson, 'p', perLesson))
  const pool = lessons.flatMap((lesson) => questionsOf(lesson, 'x', bank))
  const sheet = aSheet(lessons, practice, plan)
  const courseId = await write(async (tx) => {
    const course = await courseWith(tx, slug)
    const contentHash = id
    await tx
      .insert(editions)
      .values({ id, courseId: course.id, number: course.next, contentHash, sheet, publishedAt: new Date() })
    for (const [position, lesson] of lessons.entries()) {
      const key = practice.filter((entry) => entry.lesson === lesson).map((entry) => entry.question)
      const documentHash = await insertDocument(tx, lesson, key)
      await tx.insert(editionLessons).values({ editionId: id, lesson, position, documentHash })
    }
    for (const { lesson, question } of pool)
      await tx.insert(examQuestions).values({ editionId: id, question: question.id, lesson, content: question })
    await tx.update(courses).set({ currentEditionId: id }).where(eq(courses.id, course.id))
    return course.id
  })
  return { id, courseId, slug, sheet, lessons, practice, pool }
}

function questionsOf(lesson: string, mark: string, count: number) {
  return Array.from({ length: count }, (_, place) => ({
    lesson,
    question: aQuestion({ id: `${lesson}-${mark}${place + 1}`, isScenario: mark === 'x' && place === 0 }),
  }))
}

async function courseWith(tx: Transaction, slug: string): Promise<{ id: string; next: number }> {
  const earlier = await tx
    .select({ id: courses.id, number: editions.number })
    .from(courses)
    .innerJoin(editions, eq(editions.courseId, courses.id))
    .where(eq(courses.slug, slug))
  const [first] = earlier
  if (first) return { id: first.id, next: earlier.length + 1 }
  const id = uuid()
  await tx.insert(courses).values({ id, slug, createdAt: new Date() })
  return { id, next: 1 }
}

async function insertDocument(tx: Transaction, lesson: string, key: Question[]): Promise<string> {
  const hash = uuid()
  const document = { ...emptyDocument, title: `Bài ${lesson}`, questions: key.map((question) => question.id) }
  await tx.insert(lessonDocuments).values({ hash, source: '', compiler: 'test', document, key, createdAt: new Date() })
  return hash
}

/** A lesson that says nothing. */
export const emptyDocument: LessonDocument = {
  title: '',
  minutes: 10,
  outcomes: [],
  skills: [],
  level: 1,
  reviewed: '2026-11-20',
  reviewBy: '2027-02-20',
  cards: [],
  glossary: [],
  text: '',
  questions: [],
  media: [],
  hasAudio: false,
}

function aSheet(lessons: string[], practice: AnEdition['practice'], plan: EditionPlan): CourseSheet {
  return {
    code: 'CD3',
    title: 'Nhận biết lừa đảo',
    promise: 'Nghe điện thoại mà không sợ bị gạt.',
    audience: 'citizens',
    language: 'vi',
    level: [1, 2],
    hours: 0,
    category: 'KHCN_KNS',
    competences: ['4.2'],
    labels: [],
    cover: 'media/cover.svg',
    makers: ['Tổ biên soạn Bến Số'],
    reviewed: '2026-11-20',
    reviewBy: '2027-02-20',
    outcomes: ['Nhận ra cuộc gọi giả'],
    lessons: lessons.map((lesson) => ({
      lesson,
      title: `Bài ${lesson}`,
      minutes: 10,
      questions: practice.filter((entry) => entry.lesson === lesson).map((entry) => entry.question.id),
      outcomes: [],
    })),
    completion: plan.completion ?? { practice: true, minutesPercent: 0 },
    exam: { ...easyExam, ...plan.exam },
    certificate: { kind: 'confirmation' },
    ...plan.sheet,
  }
}

const easyExam: ExamRules = {
  key: 'cuoi-khoa',
  title: 'Bài kiểm tra cuối khóa',
  perLesson: 2,
  passPercent: 60,
  mustBeRight: 'none',
  attempts: null,
  waitHours: 0,
  timeLimitMinutes: null,
  review: 'full',
}
