import { eq } from 'drizzle-orm'
import { write } from '#app/db/db.server.ts'
import type { Authority } from '#app/people/person.ts'
import { ownDraft } from '#app/requirements/asking/own-requirement.server.ts'
import { previews, requirementPeople, requirements } from '#app/requirements/schema.ts'

/** Throws a draft away; nobody was asked. Null: no draft of this actor's; what is published is ended instead. */
export function dropDraft(who: Authority, requirementId: string, now = new Date()): Promise<{ unitId: string } | null> {
  return write(async (tx) => {
    const draft = await ownDraft(tx, who, requirementId, now)
    if (!draft) return null
    await tx.delete(previews).where(eq(previews.requirementId, requirementId))
    await tx.delete(requirementPeople).where(eq(requirementPeople.requirementId, requirementId))
    await tx.delete(requirements).where(eq(requirements.id, requirementId))
    return { unitId: draft.unitId }
  })
}
