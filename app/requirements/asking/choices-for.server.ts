import { coursesAndProgrammes } from '#app/courses/programmes.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { childrenSeen } from '#app/units/tree/children-seen.server.ts'

/** What the form of a unit has to choose from: courses, programmes, and the units directly below. Three queries at most. */
export async function choicesFor(who: Authority, unitId: string, now = new Date()) {
  const day = dayOf(now)
  const below = await childrenSeen(await seenBy(who, day), { unitId, day, isSeen: true })
  const { courses, programmes } = await coursesAndProgrammes()
  return {
    below: below.map(({ unitId: id, name }) => ({ unitId: id, name })),
    courses: courses.map(({ courseId, code, title }) => ({ courseId, title: `${code}. ${title}` })),
    programmes: programmes.map(({ code, title, courses: held }) => ({
      code,
      title,
      courses: held.map((course) => ({
        title: course.title,
        after: held.filter(({ slug }) => course.after.includes(slug)).map((before) => before.title),
      })),
    })),
  }
}

export type Choices = Awaited<ReturnType<typeof choicesFor>>
