import type { Day } from '#app/i18n/day.ts'

export const exceptionKinds = ['extension', 'waiver', 'pause'] as const
export type ExceptionKind = (typeof exceptionKinds)[number]
export type ExceptionState = 'asked' | 'given' | 'refused' | 'taken-back'

/** What an exception says, once its form was read. Days are half-open; `dueDay` is null but for an extension. */
export type Wanted = {
  kind: ExceptionKind
  /** Null: of all requirements, as a pause is. */
  requirementId: string | null
  fromDay: Day
  toDay: Day
  dueDay: Day | null
}

/** What is wrong with a form, whomever it is about. */
export type FormProblem =
  | 'reason-needed'
  | 'day-wrong'
  | 'ends-before-begin'
  /** A waiver of days that are all past excuses nobody. */
  | 'past-already'
  | 'due-past'
  | 'requirement-needed'
  /** Not there, not published, or ended. */
  | 'requirement-unknown'
  | 'people-needed'
  | 'people-too-many'

/** What stands in the way for one person. */
export type PersonProblem =
  | 'not-yours'
  | 'self'
  | 'not-asked'
  | 'done-already'
  | 'due-not-later'
  | 'due-beyond-window'
  | 'excused-already'
  | 'away-already'
  | 'asked-already'

export type ExceptionProblem = FormProblem | PersonProblem
/** By the name of the box. */
export type ExceptionProblems = Record<string, ExceptionProblem>
