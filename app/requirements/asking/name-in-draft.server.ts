import { and, eq, isNull } from 'drizzle-orm'
import { write } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { ownDraft } from '#app/requirements/asking/own-requirement.server.ts'
import { requirementPeople } from '#app/requirements/schema.ts'
import { isSeen } from '#app/units/sight/is-seen.server.ts'
import { seenBy } from '#app/units/sight/seen-by.server.ts'
import { never } from '#app/units/unit.ts'

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
    const scope = await seenBy(who, dayOf(now), tx)
    const acting = { ...scope, grants: scope.grants.filter(({ mayAct }) => mayAct) }
    const [person] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, personId), isNull(people.closedAt), isSeen(acting, people.id, tx)))
    if (!person) return null
    const named = and(eq(requirementPeople.requirementId, requirementId), eq(requirementPeople.personId, personId))
    const [already] = await tx.select().from(requirementPeople).where(named)
    if (!already)
      await tx.insert(requirementPeople).values({ requirementId, personId, fromDay: dayOf(now), toDay: never })
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
