import { db } from '#app/db/db.server.ts'
import type { Authority } from '#app/people/person.ts'
import { fewPeopleAsked } from '#app/requirements/asking/few-people-asked.server.ts'
import { keptPreview } from '#app/requirements/asking/kept-preview.server.ts'
import type { Preview, PreviewUnderWay, WorkedOut } from '#app/requirements/asking/preview.ts'
import { type ReadRequirement, readRequirement } from '#app/requirements/asking/read-requirement.server.ts'
import { pageOf, type RequirementPage } from '#app/requirements/asking/requirement-page.server.ts'
import { emptyTally, previewFrom, withPeople } from '#app/requirements/asking/tally.ts'

export type PreviewedRequirement = {
  requirement: RequirementPage
  /** Of a draft: whom it would ask as of now, or as of some minutes ago where they are many, or how far that work is. */
  preview: Preview | WorkedOut | PreviewUnderWay | null
}

/**
 * A requirement as its page shows it, a draft with whom it would ask if it were published today. Null: not there, or not this
 * viewer's to see. Ten queries, and one more where units were taken over three times.
 */
export async function previewedRequirement(
  viewer: Authority,
  requirementId: string,
  now = new Date(),
): Promise<PreviewedRequirement | null> {
  const read = await readRequirement(viewer, requirementId, now)
  if (!read) return null
  return { requirement: await pageOf(read), preview: read.row.publishedAt ? null : await previewOf(read, now) }
}

async function previewOf({ row, day, tree, names }: ReadRequirement, now: Date) {
  const named = names.filter(({ mayName }) => mayName).map(({ id }) => id)
  const asking = { requirement: row, named }
  const few = await fewPeopleAsked(db, asking, tree, day)
  return few ? previewFrom(withPeople(emptyTally(), few), row.unitId, day) : keptPreview(asking, now)
}
