import type { Day } from '#app/i18n/day.ts'
import type { Actor } from '#app/people/person.ts'
import { standingsOf } from '#app/requirements/keeping/standings-of.server.ts'
import type { AskedHere } from '#app/requirements/learner/asked-here.tsx'
import { inOrder } from '#app/requirements/learner/in-order.ts'

/** Who asks somebody for a course by when; of several the most urgent. Null: nobody. As many queries as `standingsOf`. */
export async function askedHere(person: Actor, courseId: string, day: Day): Promise<AskedHere | null> {
  const own = (await standingsOf(person, person.id, day)) ?? []
  const [first] = inOrder(
    own.flatMap(({ requirement, stands: { standing, dueDay }, courses }) => {
      const { title, unitName: askedBy, decisionNumber } = requirement
      const isAsked = courses.some((course) => course.courseId === courseId)
      return isAsked && dueDay !== null ? [{ title, askedBy, decisionNumber, dueDay, standing }] : []
    }),
  )
  if (!first) return null
  const { title: _, ...asked } = first
  return asked
}
