import { isCompetence } from '#app/courses/competences.ts'
import { type Audience, audiences, type CourseSheet } from '#app/courses/course-sheet.ts'

export const lengths = ['60', '60-120', '120'] as const
/** At most 60 minutes, 60 to 120, more than 120. */
export type Length = (typeof lengths)[number]

/** What the reader asked the catalogue for; null: anything. Stands in the address, so that it can be sent to somebody. */
export type CatalogueFilter = {
  q: string
  audience: Audience | null
  level: number | null
  competence: string | null
  minutes: Length | null
}

/** Reads `/courses?q=&audience=&level=&competence=&minutes=`; what it does not understand counts as not chosen. */
export function filterFrom(params: URLSearchParams): CatalogueFilter {
  const level = Number(params.get('level'))
  const competence = params.get('competence') ?? ''
  return {
    q: (params.get('q') ?? '').normalize('NFC').trim().slice(0, 120),
    audience: audiences.find((audience) => audience === params.get('audience')) ?? null,
    level: Number.isInteger(level) && level >= 1 && level <= 8 ? level : null,
    competence: isCompetence(competence) ? competence : null,
    minutes: lengths.find((length) => length === params.get('minutes')) ?? null,
  }
}

export function isFiltering({ audience, level, competence, minutes }: CatalogueFilter): boolean {
  return audience !== null || level !== null || competence !== null || minutes !== null
}

/** The courses that fit every filter, in the order they came. */
export function filterCourses<Course extends { sheet: CourseSheet }>(
  courses: Course[],
  filter: CatalogueFilter,
): Course[] {
  return courses.filter(
    ({ sheet }) =>
      (filter.audience === null || sheet.audience === filter.audience) &&
      (filter.level === null || (sheet.level[0] <= filter.level && filter.level <= sheet.level[1])) &&
      (filter.competence === null || sheet.competences.includes(filter.competence)) &&
      (filter.minutes === null || fits(minutesOf(sheet), filter.minutes)),
  )
}

/** All lessons together, as the trainer stated them. */
export function minutesOf(sheet: Pick<CourseSheet, 'lessons'>): number {
  return sheet.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0)
}

function fits(minutes: number, length: Length): boolean {
  if (length === '60') return minutes <= 60
  if (length === '60-120') return minutes >= 60 && minutes <= 120
  return minutes > 120
}

/** What there is to choose from: levels and competences of the courses that exist, in order. */
export function choicesIn(courses: Array<{ sheet: CourseSheet }>): { levels: number[]; competences: string[] } {
  const levels = [1, 2, 3, 4, 5, 6, 7, 8].filter((level) =>
    courses.some(({ sheet }) => sheet.level[0] <= level && level <= sheet.level[1]),
  )
  return { levels, competences: [...new Set(courses.flatMap(({ sheet }) => sheet.competences))].sort() }
}
