import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { currentEditions } from '#app/courses/edition.server.ts'
import { type ListedCourse, type OfferedProgramme, offeredFrom, type Programme } from '#app/courses/programmes.ts'
import { readProgrammes } from '#app/courses/programmes-file.server.ts'
import { environment } from '#app/db/environment.server.ts'

const programmes = readOrStop()

/** What there is to be learned: every course of the catalogue by its address, and the programmes made of them. One query. */
export async function coursesAndProgrammes(): Promise<{ courses: ListedCourse[]; programmes: OfferedProgramme[] }> {
  const courses = (await currentEditions()).map(({ courseId, slug, sheet }) => {
    return { courseId, slug, code: sheet.code, title: sheet.title }
  })
  return { courses, programmes: offeredFrom(programmes, courses) }
}

/**
 * What each course of a programme comes after, by the addresses of courses, as the file says today. Empty for a code that it
 * no longer has, and for none.
 */
export function prerequisitesIn(code: string | null): ReadonlyMap<string, string[]> {
  const programme = programmes.find((one) => one.code === code)
  return new Map(programme?.courses.map(({ course, after }) => [course, after]))
}

/** The operator's own file wins over the one that ships. A wrong file stops the start, as wrong settings do. */
function readOrStop(): Programme[] {
  const own = join(environment.DATA_DIR, 'programmes.yaml')
  const file = resolve(existsSync(own) ? own : join('content', 'programmes.yaml'))
  try {
    return readProgrammes(readFileSync(file, 'utf8'), file)
  } catch (problem) {
    process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`)
    process.exit(78)
  }
}
