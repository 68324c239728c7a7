import { currentEdition, type Edition, editionOf, type Lesson, lessonIn } from '#app/courses/edition.server.ts'
import { sheetIn } from '#app/courses/sheet-in.ts'
import { db } from '#app/db/db.server.ts'
import { enrolmentOf } from '#app/enrolments/enrolment-of.server.ts'
import { practiceOf } from '#app/enrolments/practice-of.server.ts'
import type { Locale } from '#app/i18n/messages.ts'
import type { Actor } from '#app/people/person.ts'
import { askQuestion } from '#app/questions/ask.ts'
import type { AskedQuestion, Question, Reviewed } from '#app/questions/question.ts'
import { reviewQuestion } from '#app/questions/review.ts'

/** Practice options stand in the same order for everybody, so that a public page is the same bytes. */
const practiceSeed = 'practice'

export type LessonPage = {
  edition: Edition
  isOldEdition: boolean
  /** Place in teaching order, from 0. */
  place: number
  document: Lesson['document']
  /** The practice questions without their key. */
  asked: AskedQuestion[]
  /** The answers this person gave, marked and explained. */
  reviewed: Reviewed[]
}

/**
 * A lesson as its page shows it. For nobody: the current edition. For a person: the edition they are on, with their
 * answers. In the language asked for, if the course has it. Null: no such course or lesson.
 */
export async function lessonFor(
  person: Actor | null,
  slug: string,
  lesson: string,
  language?: Locale,
): Promise<LessonPage | null> {
  const current = await currentEdition(slug)
  if (!current) return null
  const enrolment = person ? await enrolmentOf(db, person.id, current.courseId) : null
  const edition = !enrolment || enrolment.editionId === current.id ? current : await editionOf(enrolment.editionId)
  const content = edition ? await lessonIn(edition, lesson, language ?? edition.sheet.language) : null
  if (!edition || !content) return null

  const answers = person && enrolment ? await practiceOf(person, edition.id, lesson) : new Map<string, unknown>()
  return {
    edition: { ...edition, sheet: sheetIn(edition.sheet, language ?? edition.sheet.language) },
    isOldEdition: edition.id !== current.id,
    place: edition.sheet.lessons.findIndex((entry) => entry.lesson === lesson),
    document: content.document,
    asked: content.key.map(askPractice),
    reviewed: content.key
      .filter((question) => answers.has(question.id))
      .map((question) => reviewPractice(question, answers.get(question.id))),
  }
}

export function askPractice(question: Question): AskedQuestion {
  return askQuestion(question, practiceSeed)
}

/** A practice question is explained as soon as it is answered. */
export function reviewPractice(question: Question, answer: unknown): Reviewed {
  return reviewQuestion(question, practiceSeed, answer)
}
