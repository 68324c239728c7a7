import type { Locale } from '#app/i18n/messages.ts'

/** Several courses under one name, in their order, as content/programmes.yaml has them. */
export type Programme = {
  code: string
  title: Record<Locale, string>
  summary: Record<Locale, string>
  courses: ProgrammeCourse[]
}

/** By the addresses of courses; `after`: those of the programme that are done first. */
export type ProgrammeCourse = { course: string; after: string[] }

/** A course as it stands in the catalogue. */
export type ListedCourse = { courseId: string; slug: string; code: string; title: string }

export type OfferedProgramme = Omit<Programme, 'courses'> & { courses: Array<ListedCourse & { after: string[] }> }

/** Programmes with the courses that the catalogue has, in their order; those of which it has none are left out. */
export function offeredFrom(programmes: readonly Programme[], listed: readonly ListedCourse[]): OfferedProgramme[] {
  const bySlug = new Map(listed.map((course) => [course.slug, course]))
  return programmes
    .map((programme) => ({
      ...programme,
      courses: programme.courses.flatMap(({ course, after }) => {
        const found = bySlug.get(course)
        return found ? [{ ...found, after: after.filter((slug) => bySlug.has(slug)) }] : []
      }),
    }))
    .filter(({ courses }) => courses.length > 0)
}
