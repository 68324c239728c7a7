import type { CourseSheet } from '#app/courses/course-sheet.ts'
import type { Messages } from '#app/i18n/messages.ts'

/** How far a lesson has come: opened, read to the end, or done as the course's rules have it. */
export type LessonState = 'opened' | 'read' | 'done'

export type NextStep = {
  kind: 'lesson' | 'exam' | 'certificate'
  /** Without the language. */
  href: string
  words: string
}

/** What the course page knows of the person who looks at it. */
export type CourseProgress = { lessons: Readonly<Record<string, LessonState>>; next: NextStep }

type Standing = {
  lessons: Readonly<Record<string, LessonState>>
  hasPassed: boolean
  /** The code of the certificate; null while there is none. */
  certificate: string | null
  /** It was completed and is to be passed again: the exam is all it takes. */
  isRenewal?: boolean
}

type Course = { slug: string; sheet: Pick<CourseSheet, 'lessons' | 'exam'> }

/** The one thing to do next: the first lesson that is not done, then the exam, then the certificate; to pass again, the exam. */
export function nextStep({ slug, sheet }: Course, standing: Standing, words: Messages['courses']['next']): NextStep {
  if (standing.certificate)
    return { kind: 'certificate', href: `/certificates/${standing.certificate}`, words: words.certificate }
  const place = sheet.lessons.findIndex((lesson) => standing.lessons[lesson.lesson] !== 'done')
  const lesson = standing.isRenewal ? undefined : sheet.lessons[place]
  if (lesson) {
    const hasBegun = Object.keys(standing.lessons).length > 0
    return {
      kind: 'lesson',
      href: `/courses/${slug}/${lesson.lesson}`,
      words: hasBegun ? words.lesson(place + 1) : words.first,
    }
  }
  const isAgain = standing.hasPassed
  return {
    kind: 'exam',
    href: `/courses/${slug}/exams/${sheet.exam.key}`,
    words: isAgain ? words.examAgain : words.exam,
  }
}
