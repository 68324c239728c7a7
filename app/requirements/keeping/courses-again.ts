import type { Day } from '#app/i18n/day.ts'
import type { StandingRow } from '#app/requirements/keeping/wanted-rows.ts'
import type { Requirement } from '#app/requirements/requirement.ts'
import { coursesAsked } from '#app/requirements/standing/courses-asked.ts'
import type { Completed } from '#app/requirements/standing/facts.ts'
import type { Standing } from '#app/requirements/standing/standing.ts'

type People = ReadonlyMap<string, { completed: readonly Completed[] }>

/** The courses that people are asked for by what was noted of them, though they completed them: for this turn it does not count. */
export function coursesAgain(
  requirements: readonly Requirement[],
  people: People,
  noted: readonly StandingRow[],
  day: Day,
): Array<{ personId: string; courseId: string }> {
  const meant = new Map(requirements.map((requirement) => [requirement.id, requirement]))
  return noted.flatMap(({ personId, requirementId, standing, opensDay }) => {
    const [requirement, person] = [meant.get(requirementId), people.get(personId)]
    if (!requirement || !person || opensDay === null || !isOpen(standing)) return []
    return coursesAsked(requirement, person.completed, opensDay, day)
      .filter(({ isAgain }) => isAgain)
      .map(({ courseId }) => ({ personId, courseId }))
  })
}

const isOpen = (standing: Standing) => standing === 'due' || standing === 'soon' || standing === 'overdue'
