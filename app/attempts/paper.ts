import type { Locale } from '#app/i18n/messages.ts'
import type { Question } from '#app/questions/question.ts'

/** Exactly what is asked in one attempt: the questions whole (server only), in order, with the seed that orders their options. */
export type Paper = {
  seed: string
  questions: Array<{ lesson: string; question: Question }>
  /** In which language it is asked, if not in the course's own. */
  language?: Locale
}
