import type { Day } from '#app/i18n/day.ts'
import type { Standing } from '#app/requirements/standing/standing.ts'

/** One requirement as the learner is told of it. */
export type AskedOfMe = {
  id: string
  /** As whoever asks called it: Vietnamese. */
  title: string
  /** Who asks, as it was called when it was published. */
  askedBy: string
  decisionNumber: string
  decisionDay: Day
  standing: Standing
  dueDay: Day
  /** To the due day; below zero: it has passed. */
  daysLeft: number
  /** The due day has passed, and nobody is late yet up to this one. */
  graceUntil: Day | null
  doneDay: Day | null
  excuse: Excuse | null
  courses: CourseOfMine[]
  /** What to do next; null: nothing, or not now. */
  next: NextOfMine | null
}

export type Excuse = {
  kind: 'waiver' | 'pause'
  /** The last day of it; null: without end. */
  untilDay: Day | null
  reason: string
  documentNumber: string | null
}

export type CourseOfMine = {
  slug: string
  title: string
  doneDay: Day | null
  isRenewal: boolean
  /** What it comes after and is not done yet, by title: told, and held against nobody. */
  after: string[]
}

export type NextOfMine = {
  kind: 'begin' | 'lesson' | 'exam' | 'renewal'
  course: { slug: string; title: string; cover: string }
  /** Of a lesson; place from 1. */
  lesson: { place: number; title: string } | null
  /** Without the language. */
  href: string
}
