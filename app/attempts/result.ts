import type { ExamRules } from '#app/courses/course-sheet.ts'
import type { Locale } from '#app/i18n/messages.ts'
import type { AskedQuestion, Mark, Reviewed } from '#app/questions/question.ts'

/** The learner's own answer, explained as far as that tells nothing of what else was right. */
export type OwnAnswer = { asked: AskedQuestion; answer: unknown; mark: Mark | null; saysHtml: string[] }

export type ResultPlace = {
  /** From 1. */
  place: number
  lesson: string
  isRight: boolean
  hadToBeRight: boolean
  /** As the course's review policy allows: everything, the own answer, or nothing. */
  shown: { kind: 'full'; reviewed: Reviewed } | { kind: 'own'; own: OwnAnswer } | { kind: 'none' }
}

/** A closed attempt. */
export type Result = {
  id: string
  editionId: string
  /** Of its questions. */
  language: Locale
  course: { slug: string; title: string }
  exam: Pick<ExamRules, 'key' | 'title' | 'passPercent' | 'mustBeRight' | 'review' | 'attempts' | 'waitHours'>
  number: number
  closedAt: Date
  /** False: closed by the server at the deadline, with what was received. */
  isHandedIn: boolean
  /** Thousandths. */
  credit: number
  isPassed: boolean
  answered: number
  byLesson: Array<{ lesson: string; title: string; right: number; all: number }>
  places: ResultPlace[]
  /** Questions whose answer came after closing and was not marked. */
  late: number[]
}
