import type { CourseSheet, LessonSheet } from '#app/courses/course-sheet.ts'

/** What a learner has done in one lesson. A row of lesson_progress, and the practice questions answered. */
export type LessonWork = { openedAt: Date | null; readAt: Date | null; seconds: number; answered: ReadonlySet<string> }

export type LessonProgress = {
  lesson: string
  title: string
  minutes: number
  isOpened: boolean
  isRead: boolean
  seconds: number
  /** What the course asks to be spent here; 0 = no floor. */
  floorSeconds: number
  practice: { answered: number; all: number }
  isDone: boolean
}

/** What stands between the learner and completion: lessons by their key, in teaching order. */
export type Missing = { read: string[]; practice: string[]; minutes: string[]; exam: boolean }

export type Progress = { lessons: LessonProgress[]; missing: Missing; isComplete: boolean }

const nothing: LessonWork = { openedAt: null, readAt: null, seconds: 0, answered: new Set() }

/** Progress by the course's own rules. Grows with the work done and never shrinks; `now` caps what can have been studied. */
export function progressIn(
  sheet: Pick<CourseSheet, 'lessons' | 'completion'>,
  work: ReadonlyMap<string, LessonWork>,
  hasPassed: boolean,
  now: Date,
): Progress {
  const lessons = sheet.lessons.map((lesson) =>
    lessonProgress(sheet.completion, lesson, work.get(lesson.lesson) ?? nothing, now),
  )
  const missing: Missing = {
    read: keys(lessons, (lesson) => !lesson.isRead),
    practice: sheet.completion.practice
      ? keys(lessons, (lesson) => lesson.practice.answered < lesson.practice.all)
      : [],
    minutes: keys(lessons, (lesson) => lesson.seconds < lesson.floorSeconds),
    exam: !hasPassed,
  }
  return { lessons, missing, isComplete: lessons.every((lesson) => lesson.isDone) && hasPassed }
}

function lessonProgress(
  rules: CourseSheet['completion'],
  sheet: LessonSheet,
  work: LessonWork,
  now: Date,
): LessonProgress {
  const answered = sheet.questions.filter((question) => work.answered.has(question)).length
  const seconds = studiedSeconds(work, now)
  const floorSeconds = Math.ceil((sheet.minutes * 60 * rules.minutesPercent) / 100)
  const hasPractised = !rules.practice || answered === sheet.questions.length
  return {
    lesson: sheet.lesson,
    title: sheet.title,
    minutes: sheet.minutes,
    isOpened: work.openedAt !== null,
    isRead: work.readAt !== null,
    seconds,
    floorSeconds,
    practice: { answered, all: sheet.questions.length },
    isDone: work.readAt !== null && hasPractised && seconds >= floorSeconds,
  }
}

/** Whole minutes that a lesson lacks which is read and practised; 0 where nothing or something else is missing. */
export function minutesLacking(rules: Pick<CourseSheet['completion'], 'practice'>, lesson: LessonProgress): number {
  const { isRead, practice, seconds, floorSeconds } = lesson
  const hasPractised = !rules.practice || practice.answered === practice.all
  return isRead && hasPractised ? Math.max(0, Math.ceil((floorSeconds - seconds) / 60)) : 0
}

/** Nobody can have studied longer than since the lesson was first opened, whatever a device claims. */
export function studiedSeconds(work: Pick<LessonWork, 'openedAt' | 'seconds'>, now: Date): number {
  if (!work.openedAt) return 0
  return Math.max(0, Math.min(work.seconds, Math.floor((now.getTime() - work.openedAt.getTime()) / 1000)))
}

function keys(lessons: LessonProgress[], isMissing: (lesson: LessonProgress) => boolean) {
  return lessons.filter(isMissing).map((lesson) => lesson.lesson)
}
