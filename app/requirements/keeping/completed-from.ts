import { dayOf } from '#app/i18n/day.ts'
import type { Completed } from '#app/requirements/standing/facts.ts'

export type Paper = {
  id: string
  courseId: string
  issuedAt: Date
  /** The paper that this one was issued anew for. */
  replacesId: string | null
  revokedAt: Date | null
}

/** Courses completed, by the papers of one person: a paper and its re-issues are one completion, on the day of the first. */
export function completedFrom(papers: readonly Paper[]): Completed[] {
  const next = new Map(papers.map((paper) => [paper.replacesId, paper]))
  return papers
    .filter(({ replacesId }) => replacesId === null)
    .map((first) => {
      let last = first
      for (let later = next.get(last.id); later; later = next.get(last.id)) last = later
      const { courseId, issuedAt } = first
      return { courseId, day: dayOf(issuedAt), untilDay: last.revokedAt ? dayOf(last.revokedAt) : null }
    })
}
