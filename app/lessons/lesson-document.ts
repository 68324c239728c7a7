/** One piece of a card: finished HTML, or a place where a practice question stands. */
export type Block = { kind: 'html'; html: string } | { kind: 'question'; question: string }

/** One idea: everything from one `##` to the next. */
export type Card = { id: string; title: string; isSummary: boolean; blocks: Block[] }

export type GlossaryTerm = { id: string; term: string; meaning: string }

/** A compiled lesson: data, no code, nothing of the answer key. */
export type LessonDocument = {
  title: string
  minutes: number
  outcomes: string[]
  skills: string[]
  level: number
  /** Calendar days, YYYY-MM-DD. */
  reviewed: string
  reviewBy: string
  cards: Card[]
  glossary: GlossaryTerm[]
  /** All text without marks, for search and for reading aloud. */
  text: string
  /** Ids of the practice questions, in order. */
  questions: string[]
  /** Paths of the course's media it uses, e.g. media/cover.svg. */
  media: string[]
  hasAudio: boolean
}

/** What a file of a course is: a lesson, the exam questions of one, or a paper for whoever teaches or leads. */
export type SourceKind = 'lesson' | 'bank' | 'handout'

/** Why a course cannot be used as it stands: where, and what to do. */
export type Problem = { file: string; line: number; column: number; code: string; message: string }
