import { and, eq } from 'drizzle-orm'
import { write } from '#app/db/db.server.ts'
import type { Authority } from '#app/people/person.ts'
import { namePeopleInTx } from '#app/requirements/asking/name-people-in-tx.server.ts'
import { ownDraft } from '#app/requirements/asking/own-requirement.server.ts'
import { peopleActedFor } from '#app/requirements/asking/people-acted-for.server.ts'
import { requirementPeople } from '#app/requirements/schema.ts'

/**
 * A draft names somebody, beside whom its clauses mean; twice is once. Null: no draft of this actor's, or nobody whom they
 * act for and see today.
 */
export function nameInDraft(
  who: Authority,
  requirementId: string,
  personId: string,
  now = new Date(),
): Promise<{ personId: string } | null> {
  return write(async (tx) => {
    if (!(await ownDraft(tx, who, requirementId, now))) return null
    const fit = await peopleActedFor(tx, who, [personId], now)
    if (fit.length === 0) return null
    await namePeopleInTx(tx, requirementId, [personId], now)
    return { personId }
  })
}

/** A draft names somebody no more; twice is once. Null: no draft of this actor's. */
export function unnameInDraft(
  who: Authority,
  requirementId: string,
  personId: string,
  now = new Date(),
): Promise<{ personId: string } | null> {
  return write(async (tx) => {
    if (!(await ownDraft(tx, who, requirementId, now))) return null
    const named = and(eq(requirementPeople.requirementId, requirementId), eq(requirementPeople.personId, personId))
    await tx.delete(requirementPeople).where(named)
    return { personId }
  })
}
