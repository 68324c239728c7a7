import type { CourseSheet } from '#app/courses/course-sheet.ts'
import type { CourseOf } from '#app/enrolments/courses-of.server.ts'
import type { NextOfMine } from '#app/requirements/learner/asked-of-me.ts'

type Course = { slug: string; sheet: CourseSheet }
type Begun = Pick<CourseOf, 'slug' | 'sheet' | 'completedAt'> & { progress: Pick<CourseOf['progress'], 'lessons'> }

/**
 * What leads on in a course that is not done: its first lesson, the lesson one stopped at, or the exam. Of a course that was
 * completed and counts no longer the exam alone.
 */
export function nextOfMine(course: Course, begun: readonly Begun[]): NextOfMine {
  const own = begun.filter(({ slug }) => slug === course.slug)
  const mine = own.find(({ completedAt }) => completedAt === null) ?? own[0]
  const { slug, sheet } = mine ?? course
  const told = { course: { slug, title: sheet.title, cover: `/courses/${slug}/${sheet.cover}` } }
  const place = mine ? mine.progress.lessons.findIndex(({ isDone }) => !isDone) : 0
  const lesson = mine?.completedAt ? undefined : sheet.lessons[place]
  if (!lesson)
    return {
      ...told,
      kind: mine?.completedAt ? 'renewal' : 'exam',
      lesson: null,
      href: `/courses/${slug}/exams/${sheet.exam.key}`,
    }
  const hasBegun = mine?.progress.lessons.some(({ isOpened }) => isOpened) ?? false
  return {
    ...told,
    kind: hasBegun ? 'lesson' : 'begin',
    lesson: { place: place + 1, title: lesson.title },
    href: `/courses/${slug}/${lesson.lesson}`,
  }
}
