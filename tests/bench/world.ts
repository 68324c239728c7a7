import type { Fields } from '#tests/answers.ts'

/** What was seeded, as the figures need it. */
export type World = {
  people: Learner[]
  /** Other people, with real passwords. */
  members: Array<{ account: string; password: string }>
  course: SeededCourse
  /** Open attempts of the first people, by their place in `people`. */
  attempts: Array<{ attempt: string; questions: string[] }>
}

export type Learner = { id: string; token: string }

export type SeededCourse = {
  slug: string
  edition: string
  exam: string
  lessons: string[]
  practice: Array<{ lesson: string; question: string; fields: Fields }>
  /** Every question of the exam pool. */
  pool: Record<string, { right: Fields; wrong: Fields | null; points: number }>
}

export const worldSize = { people: 2_200, members: 100, beginners: 64, withAttempt: 128 } as const
