import { write } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { type Authority, auditIdOf } from '#app/people/person.ts'
import { draftFrom, problemsOfDraft } from '#app/requirements/asking/draft-row.server.ts'
import { namePeopleInTx } from '#app/requirements/asking/name-people-in-tx.server.ts'
import { peopleActedFor } from '#app/requirements/asking/people-acted-for.server.ts'
import type { Refused, RequirementForm } from '#app/requirements/asking/requirement-form.ts'
import { requirements } from '#app/requirements/schema.ts'
import { mayActFor } from '#app/units/sight/may-act-for.server.ts'
import { factsOn } from '#app/units/timeline.ts'
import { timelinesOf } from '#app/units/timelines.server.ts'
import { never } from '#app/units/unit.ts'

/**
 * Drafts what a unit is to ask; nobody is asked until it is published. Of the people named with it, those whom the actor
 * does not act for are left out. Null: not a unit to ask for by this actor.
 */
export async function draftRequirement(
  who: Authority,
  unitId: string,
  form: RequirementForm,
  now = new Date(),
): Promise<{ id: string } | Refused | null> {
  const draft = await draftFrom(form)
  return write(async (tx) => {
    if (!(await mayActFor(tx, who, [unitId], now))) return null
    const unit = factsOn((await timelinesOf(tx, [unitId])).get(unitId) ?? [], dayOf(now))
    if (!unit) return null
    const problems = await problemsOfDraft(tx, who, draft, now)
    if (problems.length > 0) return { problems }
    const [made] = await tx
      .insert(requirements)
      .values({
        ...draft,
        unitId,
        unitName: unit.name,
        fromDay: dayOf(now),
        toDay: never,
        createdAt: now,
        createdBy: auditIdOf(who),
      })
      .returning({ id: requirements.id })
    if (!made) throw new Error('the draft was not written')
    const named = await peopleActedFor(tx, who, form.personIds ?? [], now)
    await namePeopleInTx(tx, made.id, named.map(idOf), now)
    return made
  })
}

const idOf = ({ id }: { id: string }) => id
