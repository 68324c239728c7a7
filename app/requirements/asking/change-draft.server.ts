import { eq } from 'drizzle-orm'
import { write } from '#app/db/db.server.ts'
import type { Authority } from '#app/people/person.ts'
import { draftFrom, problemsOfDraft } from '#app/requirements/asking/draft-row.server.ts'
import { ownDraft } from '#app/requirements/asking/own-requirement.server.ts'
import type { Refused, RequirementForm } from '#app/requirements/asking/requirement-form.ts'
import { requirements } from '#app/requirements/schema.ts'

/** Writes a draft anew; whom it names stays. Null: no draft of this actor's; what is published is never changed. */
export async function changeDraft(
  who: Authority,
  requirementId: string,
  form: RequirementForm,
  now = new Date(),
): Promise<{ id: string } | Refused | null> {
  const draft = await draftFrom(form)
  return write(async (tx) => {
    const before = await ownDraft(tx, who, requirementId, now)
    if (!before) return null
    const problems = await problemsOfDraft(tx, who, draft, now)
    if (problems.length > 0) return { problems }
    await tx.update(requirements).set(draft).where(eq(requirements.id, requirementId))
    return { id: requirementId }
  })
}
