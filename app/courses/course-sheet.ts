import type { Locale } from '#app/i18n/messages.ts'

export const audiences = ['citizens', 'workers', 'officials', 'enterprises'] as const
export type Audience = (typeof audiences)[number]

/** Everything about an edition but its lessons' bodies: what the catalogue, the course page and the rules need. */
export type CourseSheet = {
  code: string
  title: string
  promise: string
  audience: Audience
  language: Locale
  level: [number, number]
  /** Tiết; whole and half numbers; 0 = not counted. */
  hours: number
  category: 'LLCT' | 'QPAN' | 'QLNN' | 'VTVL' | 'KHCN_KNS'
  competences: string[]
  labels: string[]
  /** Address of the picture within the course, with its version: media/cover.svg?v=… */
  cover: string
  makers: string[]
  reviewed: string
  reviewBy: string
  outcomes: string[]
  lessons: LessonSheet[]
  completion: { practice: boolean; minutesPercent: number }
  exam: ExamRules
  certificate: { kind: 'confirmation' | 'completion' }
  /** Papers for whoever teaches a class or leads an office. Editions from before they were known have none. */
  handouts?: HandoutSheet[]
  /** The same course in other languages, under the same keys. */
  translations?: Partial<Record<Locale, SheetWords>>
}

export type HandoutSheet = { handout: string; title: string; minutes: number }

/** What a sheet says, in another language; lessons and handouts in the order of the sheet's. */
export type SheetWords = Pick<CourseSheet, 'title' | 'promise' | 'outcomes'> & {
  examTitle: string
  lessons: Array<Pick<LessonSheet, 'title' | 'outcomes'>>
  handouts: HandoutSheet[]
}

export type LessonSheet = { lesson: string; title: string; minutes: number; questions: string[]; outcomes: string[] }

export type ExamRules = {
  key: string
  title: string
  perLesson: number
  passPercent: number
  mustBeRight: 'none' | 'scenario' | 'marked'
  /** Null: without limit. */
  attempts: number | null
  waitHours: number
  /** Null: no limit. */
  timeLimitMinutes: number | null
  review: 'full' | 'own-answers' | 'score'
}
