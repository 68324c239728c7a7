import type { Day } from '#app/i18n/day.ts'
import type { Asked } from '#app/requirements/keeping/listed-standing.ts'

export type ListFilter = {
  requirementId?: string | undefined
  standing?: Asked | undefined
  words?: string | undefined
  /** Of today when there is none. */
  day?: Day | undefined
  after?: string | undefined
}

/** The part of an address that says which people: the list, its file and what is done with all of it read the same. */
export function filterQuery({ requirementId, standing, words, day, after }: ListFilter): string {
  const said = { requirement: requirementId, standing, day, q: words, after }
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(said)) if (value) query.set(name, value)
  return query.size === 0 ? '' : `?${query}`
}
