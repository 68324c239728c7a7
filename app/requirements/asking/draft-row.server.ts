import { inArray } from 'drizzle-orm'
import { coursesAndProgrammes } from '#app/courses/programmes.server.ts'
import type { ListedCourse, OfferedProgramme } from '#app/courses/programmes.ts'
import { courses } from '#app/courses/schema.ts'
import { dayOf } from '#app/i18n/day.ts'
import { fold } from '#app/i18n/fold.ts'
import { tidyName } from '#app/people/name.ts'
import type { Authority } from '#app/people/person.ts'
import { draftProblems } from '#app/requirements/asking/check-form.ts'
import type { RequirementForm, RequirementProblem } from '#app/requirements/asking/requirement-form.ts'
import type { Clause } from '#app/requirements/requirement.ts'
import { mayActFor } from '#app/units/sight/may-act-for.server.ts'
import { factsOn } from '#app/units/timeline.ts'
import { type Reads, timelinesOf } from '#app/units/timelines.server.ts'

/** A form with its courses named and its words tidied, as a draft keeps it. Before a write: it reads the catalogue. */
export async function draftFrom(form: RequirementForm) {
  const { courses: listed, programmes } = await coursesAndProgrammes()
  const programme = programmes.find(({ code }) => code === form.programme)
  const courseIds = programme ? programme.courses.map(({ courseId }) => courseId) : [...new Set(form.courseIds)]
  return {
    title: tidyName(form.title) || usualTitle(programme, listed, courseIds),
    programme: programme?.code ?? null,
    courseIds,
    renewalCourseIds: [...new Set(form.renewalCourseIds)],
    clauses: form.clauses.map(tidyClause),
    window: form.window,
    graceDays: form.graceDays,
    atLeastDays: form.atLeastDays,
    decisionNumber: tidyName(form.decisionNumber),
    decisionDay: form.decisionDay.trim(),
  }
}

/** What a draft is called when nobody gave it a name. */
export async function usualTitleOf({ programme, courseIds }: Pick<RequirementForm, 'programme' | 'courseIds'>) {
  const { courses: listed, programmes } = await coursesAndProgrammes()
  return usualTitle(
    programmes.find(({ code }) => code === programme),
    listed,
    courseIds,
  )
}

function usualTitle(programme: OfferedProgramme | undefined, listed: readonly ListedCourse[], [first]: string[]) {
  return programme?.title.vi ?? listed.find(({ courseId }) => courseId === first)?.title ?? ''
}

export type Draft = Awaited<ReturnType<typeof draftFrom>>

/** What stands in the way of a draft: days and numbers, courses that are not there, units that are not this actor's. */
export async function problemsOfDraft(
  reads: Reads,
  who: Authority,
  draft: Draft,
  now: Date,
): Promise<RequirementProblem[]> {
  return [
    ...(await courseProblems(reads, draft)),
    ...draftProblems(draft),
    ...(await unitProblems(reads, who, draft.clauses, now)),
  ]
}

/** The units of the clauses stand today, and within what the actor acts for. */
export async function unitProblems(
  reads: Reads,
  who: Authority,
  clauses: readonly Clause[],
  now: Date,
): Promise<RequirementProblem[]> {
  const unitIds = clauses.map(({ unitId }) => unitId)
  const timelines = await timelinesOf(reads, unitIds)
  if (unitIds.some((unitId) => !factsOn(timelines.get(unitId) ?? [], dayOf(now)))) return ['unit-gone']
  return (await mayActFor(reads, who, unitIds, now)) ? [] : ['unit-not-yours']
}

async function courseProblems(reads: Reads, { courseIds, renewalCourseIds }: Draft): Promise<RequirementProblem[]> {
  if (courseIds.length === 0) return ['course-needed']
  const wanted = [...new Set([...courseIds, ...renewalCourseIds])]
  const known = await reads.select({ id: courses.id }).from(courses).where(inArray(courses.id, wanted))
  return known.length < wanted.length ? ['course-unknown'] : []
}

function tidyClause({ unitId, withBelow, categories, positions }: Clause): Clause {
  const positionNames = [...new Set(positions.map(tidyName))].filter((position) => position !== '')
  return { unitId, withBelow, categories, positions: positionNames.map(fold), positionNames }
}
