import { db } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { namedStill } from '#app/requirements/asking/named-still.server.ts'
import { ownDraft } from '#app/requirements/asking/own-requirement.server.ts'
import { peopleAsked } from '#app/requirements/asking/people-asked.server.ts'
import type { Preview } from '#app/requirements/asking/preview.ts'
import { emptyTally, previewFrom, withPeople } from '#app/requirements/asking/tally.ts'

/** Whom a draft would ask if it were published today, worked out now however many they are. Null: no draft of this actor's. */
export async function previewRequirement(
  who: Authority,
  requirementId: string,
  now = new Date(),
): Promise<Preview | null> {
  const draft = await ownDraft(db, who, requirementId, now)
  if (!draft) return null
  const day = dayOf(now)
  let tally = emptyTally()
  const asking = { requirement: draft, named: await namedStill(db, who, requirementId, now) }
  for await (const { people } of peopleAsked(db, asking, day)) tally = withPeople(tally, people)
  return previewFrom(tally, draft.unitId, day)
}
