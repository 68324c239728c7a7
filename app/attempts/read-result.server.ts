import { ownAttemptRow } from '#app/attempts/attempt-row.server.ts'
import { givenAnswers } from '#app/attempts/given-answers.server.ts'
import { isRequired, marksOf } from '#app/attempts/marks.ts'
import { ownAnswer } from '#app/attempts/own-answer.ts'
import { type Pinned, pinnedAttempt } from '#app/attempts/pinned.server.ts'
import type { Result, ResultPlace } from '#app/attempts/result.ts'
import type { CourseSheet, ExamRules } from '#app/courses/course-sheet.ts'
import { sheetIn } from '#app/courses/sheet-in.ts'
import { db } from '#app/db/db.server.ts'
import { editionFacts } from '#app/enrolments/edition-facts.server.ts'
import type { Actor } from '#app/people/person.ts'
import type { Mark, Question } from '#app/questions/question.ts'
import { reviewQuestion } from '#app/questions/review.ts'

/**
 * The result of a closed attempt, explained as far as the course's review policy allows.
 * Null: there is none, or it is not the asker's. `open`: it is not closed yet. Two queries, as `readAttempt`.
 */
export async function readResult(person: Actor, attemptId: string): Promise<Result | 'open' | null> {
  const row = await ownAttemptRow(db, person.id, attemptId)
  const pinned = row ? await pinnedAttempt(db, attemptId) : null
  const facts = pinned ? await editionFacts(db, pinned.editionId) : null
  if (!row || !pinned || !facts) return null
  if (!row.closedAt) return 'open'
  const sheet = sheetIn(facts.sheet, pinned.paper.language ?? facts.sheet.language)
  const kept = await givenAnswers(db, attemptId)
  const answers = new Map(kept.filter(({ isLate }) => !isLate).map(({ question, answer }) => [question, answer]))
  const marks = marksOf(pinned.paper, answers, facts.sheet.exam)
  const places = placesOf(pinned, answers, marks.perQuestion, facts.sheet.exam)
  const late = new Set(kept.filter((answer) => isUnmarkedLate(answer, kept)).map(({ question }) => question))
  return {
    id: row.id,
    editionId: facts.id,
    language: sheet.language,
    course: { slug: facts.slug, title: sheet.title },
    exam: sheet.exam,
    number: row.number,
    closedAt: row.closedAt,
    isHandedIn: row.submittedAt !== null,
    credit: row.credit ?? 0,
    isPassed: row.isPassed ?? false,
    answered: [...answers.values()].filter((answer) => answer !== null).length,
    byLesson: byLesson(sheet, places),
    places,
    late: pinned.paper.questions.flatMap(({ question }, index) => (late.has(question.id) ? [index + 1] : [])),
  }
}

function isUnmarkedLate(
  answer: { isLate: boolean; eventId: string },
  kept: Array<{ isLate: boolean; eventId: string }>,
) {
  return answer.isLate && !kept.some((other) => !other.isLate && other.eventId === answer.eventId)
}

type Marked = ReadonlyMap<string, Mark>

function placesOf(
  pinned: Pinned,
  answers: ReadonlyMap<string, unknown>,
  marks: Marked,
  rules: ExamRules,
): ResultPlace[] {
  return pinned.paper.questions.map(({ lesson, question }, index) => ({
    place: index + 1,
    lesson,
    isRight: marks.get(question.id)?.isRight ?? false,
    hadToBeRight: isRequired(question, rules.mustBeRight),
    shown: shownOf(question, pinned.paper.seed, answers.get(question.id) ?? null, rules.review),
  }))
}

function shownOf(question: Question, seed: string, answer: unknown, policy: ExamRules['review']): ResultPlace['shown'] {
  if (policy === 'score') return { kind: 'none' }
  const reviewed = reviewQuestion(question, seed, answer)
  return policy === 'full' ? { kind: 'full', reviewed } : { kind: 'own', own: ownAnswer(reviewed) }
}

function byLesson(sheet: CourseSheet, places: ResultPlace[]): Result['byLesson'] {
  return sheet.lessons.flatMap(({ lesson, title }) => {
    const own = places.filter((place) => place.lesson === lesson)
    return own.length === 0
      ? []
      : [{ lesson, title, right: own.filter((place) => place.isRight).length, all: own.length }]
  })
}
