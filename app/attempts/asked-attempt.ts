import type { Locale } from '#app/i18n/messages.ts'
import type { AskedQuestion } from '#app/questions/question.ts'

/** One question of an open attempt, as the learner may see it: nothing of the key. */
export type AskedPlace = {
  /** From 1. */
  place: number
  lesson: string
  asked: AskedQuestion
  /** Null: not answered, or taken back. */
  answer: unknown
  receivedAt: Date | null
}

/** An attempt under way, for its page. */
export type AskedAttempt = {
  id: string
  editionId: string
  /** Of its questions. */
  language: Locale
  course: { slug: string; title: string }
  exam: { key: string; title: string; timeLimitMinutes: number | null }
  number: number
  openedAt: Date
  deadlineAt: Date | null
  closedAt: Date | null
  /** Null: no limit. Never below 0. */
  remainingMs: number | null
  /** The highest sequence number received: the next answer takes a greater one. */
  lastSequence: number
  places: AskedPlace[]
}

export function unanswered(attempt: Pick<AskedAttempt, 'places'>): number[] {
  return attempt.places.filter(({ answer }) => answer === null).map(({ place }) => place)
}
