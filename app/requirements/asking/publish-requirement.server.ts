import { and, eq, notInArray } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { db, type Transaction, write } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import { type Authority, auditIdOf } from '#app/people/person.ts'
import { publishingProblems } from '#app/requirements/asking/check-form.ts'
import { unitProblems } from '#app/requirements/asking/draft-row.server.ts'
import { namedStill } from '#app/requirements/asking/named-still.server.ts'
import { ownRequirement, type RequirementRow } from '#app/requirements/asking/own-requirement.server.ts'
import { peopleAsked } from '#app/requirements/asking/people-asked.server.ts'
import type { Refused, RequirementProblem } from '#app/requirements/asking/requirement-form.ts'
import { requirementPeople, requirements } from '#app/requirements/schema.ts'
import { laterDay } from '#app/units/period.ts'
import { factsOn } from '#app/units/timeline.ts'
import { timelinesOf } from '#app/units/timelines.server.ts'

export type Publication = { publishedAt: Date }

/**
 * Asks it of everybody whom a draft means, from today on; twice is once. Refused while its days, its decision or its audience
 * are not in order. Whoever it names and has moved on since is not asked. Null: not there, or not this actor's to publish.
 */
export async function publishRequirement(
  who: Authority,
  requirementId: string,
  now = new Date(),
): Promise<Publication | Refused | null> {
  const draft = await ownRequirement(db, who, requirementId, now)
  if (!draft) return null
  if (draft.publishedAt) return { publishedAt: draft.publishedAt }
  const problems = await problemsOf(who, draft, now)
  if (problems.length > 0) return { problems }
  return write(async (tx) => {
    const still = await ownRequirement(tx, who, requirementId, now)
    if (!still) return null
    if (still.publishedAt) return { publishedAt: still.publishedAt }
    if (JSON.stringify(still) !== JSON.stringify(draft)) return { problems: ['changed-meanwhile'] }
    await publishInTx(tx, who, still, now)
    return { publishedAt: now }
  })
}

async function problemsOf(who: Authority, draft: RequirementRow, now: Date): Promise<RequirementProblem[]> {
  const today = dayOf(now)
  const problems = [...publishingProblems(draft, today), ...(await unitProblems(db, who, draft.clauses, now))]
  if (problems.length > 0) return problems
  const asking = { requirement: draft, named: await namedStill(db, who, draft.id, now) }
  for await (const { people } of peopleAsked(db, asking, today)) if (people.length > 0) return []
  return ['audience-empty']
}

async function publishInTx(tx: Transaction, who: Authority, draft: RequirementRow, now: Date) {
  const { id, unitId, title, courseIds, clauses, decisionNumber, decisionDay } = draft
  const fromDay = dayOf(now)
  const window = openFrom(draft.window, fromDay)
  const unit = factsOn((await timelinesOf(tx, [unitId])).get(unitId) ?? [], fromDay)
  const unitName = unit?.name ?? draft.unitName
  const named = await namedStill(tx, who, id, now)
  const isLeft = notInArray(requirementPeople.personId, named)
  await tx.delete(requirementPeople).where(and(eq(requirementPeople.requirementId, id), isLeft))
  await tx
    .update(requirements)
    .set({ publishedAt: now, publishedBy: auditIdOf(who), unitName, fromDay, window })
    .where(eq(requirements.id, id))
  await auditInTx(tx, auditIdOf(who), {
    verb: 'requirements.publish',
    subjectKind: 'requirement',
    subjectId: id,
    after: { unitId, title, courseIds, clauses, window, decisionNumber, decisionDay, fromDay },
  })
}

/** A draft that waited does not open before it is published: nobody would have come late to it and get days for that. */
function openFrom(window: RequirementRow['window'], today: Day): RequirementRow['window'] {
  return window.kind === 'fixed' ? { ...window, opensDay: laterDay(window.opensDay, today) } : window
}
