import type { CourseFile } from '#app/courses/course-file-schema.ts'
import type { CourseSheet } from '#app/courses/course-sheet.ts'
import type { LessonDocument } from '#app/lessons/lesson-document.ts'

type Lesson = { lesson: string; document: LessonDocument }

/** The sheet of an edition, from its course file and its compiled lessons. `cover` is the address within the course. */
export function sheetOf(course: CourseFile, lessons: Lesson[], cover: string): CourseSheet {
  const { exam } = course
  return {
    code: course.code,
    title: course.title,
    promise: course.promise,
    audience: course.audience,
    language: course.language,
    level: course.level,
    hours: course.hours,
    category: course.category,
    competences: course.competences,
    labels: course.labels,
    cover,
    makers: course.makers,
    reviewed: course.reviewed,
    reviewBy: course.review_by,
    outcomes: course.outcomes,
    lessons: lessons.map(({ lesson, document }) => ({
      lesson,
      title: document.title,
      minutes: document.minutes,
      questions: document.questions,
      outcomes: document.outcomes,
    })),
    completion: { practice: course.completion.practice, minutesPercent: course.completion.minutes_percent },
    exam: {
      key: exam.key,
      title: exam.title,
      perLesson: exam.per_lesson,
      passPercent: exam.pass_percent,
      mustBeRight: exam.must_be_right,
      attempts: exam.attempts === 'unlimited' ? null : exam.attempts,
      waitHours: exam.wait_hours,
      timeLimitMinutes: exam.time_limit_minutes === 'none' ? null : exam.time_limit_minutes,
      review: exam.review,
    },
    certificate: course.certificate,
  }
}
