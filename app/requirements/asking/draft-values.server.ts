import { db } from '#app/db/db.server.ts'
import type { Authority } from '#app/people/person.ts'
import { usualTitleOf } from '#app/requirements/asking/draft-row.server.ts'
import { fitsBoxes, type Values, valuesFrom } from '#app/requirements/asking/form-values.ts'
import { ownDraft } from '#app/requirements/asking/own-requirement.server.ts'

/** A draft as the boxes of its form; `fits`: they say all of it. Null: no draft of this actor's. */
export async function draftValues(
  who: Authority,
  requirementId: string,
  now = new Date(),
): Promise<{ id: string; unitId: string; unitName: string; values: Values; fits: boolean } | null> {
  const draft = await ownDraft(db, who, requirementId, now)
  if (!draft) return null
  const { id, unitId, unitName } = draft
  // A name that nobody gave follows the course when that is changed.
  const title = draft.title === (await usualTitleOf(draft)) ? '' : draft.title
  return { id, unitId, unitName, values: valuesFrom({ ...draft, title }, unitId), fits: fitsBoxes(draft, unitId) }
}
