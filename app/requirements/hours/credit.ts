import type { Day } from '#app/i18n/day.ts'

export const creditForms = ['onsite', 'blended', 'online'] as const
export type CreditFormOfStudy = (typeof creditForms)[number]

export type CreditState = 'provisional' | 'confirmed' | 'refused' | 'revoked'

/** Learning elsewhere as it is typed; '' where nothing was. */
export type CreditForm = Record<(typeof creditBoxes)[number], string>
export const creditBoxes = [
  'title',
  'provider',
  'category',
  'hours',
  'form',
  'paper',
  'beganDay',
  'completedDay',
] as const

export type CreditProblem =
  | 'needed'
  | 'too-long'
  | 'not-listed'
  | 'hours-wrong'
  | 'day-wrong'
  | 'day-future'
  | 'ends-before-begin'
  | EvidenceProblem
export type EvidenceProblem =
  | 'file-missing'
  | 'file-too-large'
  | 'file-broken'
  | 'file-not-a-document'
  /** Many wait for the agency's word, or were told within a day. */
  | 'file-too-many'

/** What is wrong, by box; `file` is the evidence. */
export type CreditProblems = Partial<Record<(typeof creditBoxes)[number] | 'file', CreditProblem>>

/** What a form says of learning elsewhere, read and tidied. */
export type CreditTold = {
  title: string
  folded: string
  provider: string
  category: string
  halfHours: number
  form: CreditFormOfStudy
  paper: string | null
  beganDay: Day
  completedDay: Day
}
