import type { AttemptLine } from '#app/attempts/attempt-line.server.ts'
import { isOverdue } from '#app/attempts/deadline.ts'
import { attemptsAt } from '#app/attempts/earlier.server.ts'
import { countingSince, type Refusal } from '#app/attempts/may-open.ts'
import { refusalFor } from '#app/attempts/refusal-for.server.ts'
import type { ExamRules } from '#app/courses/course-sheet.ts'
import { sheetIn } from '#app/courses/sheet-in.ts'
import { db } from '#app/db/db.server.ts'
import { editionFacts } from '#app/enrolments/edition-facts.server.ts'
import { currentCourse } from '#app/enrolments/enrol.server.ts'
import { enrolmentOf } from '#app/enrolments/enrolment-of.server.ts'
import type { Locale } from '#app/i18n/messages.ts'
import type { Actor } from '#app/people/person.ts'

export type ExamStart = {
  course: { slug: string; title: string }
  rules: ExamRules
  /** How many questions a paper has at most. */
  questions: number
  attempts: AttemptLine[]
  /** The attempt under way. */
  open: string | null
  refusal: Refusal | null
  /** Attempts left; null: no limit. */
  left: number | null
  /** The course was completed and is to be passed again: the exam is all it takes. */
  isRenewal: boolean
}

/** What the start page of an exam says to this person, null for a visitor. Null: no such exam. At most five queries. */
export async function examStart(
  person: Actor | null,
  slug: string,
  exam: string,
  now = new Date(),
  language?: Locale,
): Promise<ExamStart | null> {
  const course = await currentCourse(db, slug)
  const enrolment = person && course ? await enrolmentOf(db, person.id, course.id) : null
  const facts = course ? await editionFacts(db, enrolment?.editionId ?? course.editionId) : null
  if (!facts || facts.sheet.exam.key !== exam) return null
  const sheet = sheetIn(facts.sheet, language ?? facts.sheet.language)
  const rules = sheet.exam
  const attempts = person ? await attemptsAt(db, person.id, facts.id, exam) : []
  const open = attempts.find((attempt) => attempt.closedAt === null && !isOverdue(attempt, now))
  const closed = attempts.map((attempt) =>
    isOverdue(attempt, now) ? { ...attempt, closedAt: attempt.deadlineAt } : attempt,
  )
  const asked = { courseId: facts.courseId, rules, earlier: closed, now }
  const { refusal, renewedSince } = person
    ? await refusalFor(db, { personId: person.id, ...asked })
    : { refusal: null, renewedSince: null }
  return {
    course: { slug, title: sheet.title },
    rules,
    questions: rules.perLesson * facts.sheet.lessons.length,
    attempts: closed,
    open: open?.id ?? null,
    refusal: open ? null : refusal,
    left: rules.attempts === null ? null : rules.attempts - countingSince(renewedSince, closed).length,
    isRenewal: renewedSince !== null,
  }
}
