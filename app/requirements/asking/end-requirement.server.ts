import { eq } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { write } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import { type Authority, auditIdOf } from '#app/people/person.ts'
import { reasonOf } from '#app/people/reason.ts'
import { ownRequirement } from '#app/requirements/asking/own-requirement.server.ts'
import { requirements } from '#app/requirements/schema.ts'
import { isDay } from '#app/units/day-shape.ts'

export type EndProblem = 'end-day-wrong' | 'reason-needed'

/**
 * From a day on, today or later, it is asked of nobody any more; what was reported of the days before stays. Twice is once.
 * Null: not there, not published, or not this actor's to end.
 */
export function endRequirement(
  who: Authority,
  requirementId: string,
  { day, reason }: { day: Day; reason: string },
  now = new Date(),
): Promise<{ toDay: Day } | { problem: EndProblem } | null> {
  return write(async (tx) => {
    const published = await ownRequirement(tx, who, requirementId, now)
    if (!published?.publishedAt) return null
    if (published.endedAt) return { toDay: published.toDay }
    if (!isDay(day) || day < dayOf(now)) return { problem: 'end-day-wrong' }
    const endReason = reasonOf(reason)
    if (endReason === '') return { problem: 'reason-needed' }
    // Not kept any more: the keeper looks at everybody whom it means once more, and notes when it ends.
    await tx
      .update(requirements)
      .set({ toDay: day, endedAt: now, endedBy: auditIdOf(who), endReason, keptAt: null })
      .where(eq(requirements.id, requirementId))
    await auditInTx(tx, auditIdOf(who), {
      verb: 'requirements.end',
      subjectKind: 'requirement',
      subjectId: requirementId,
      before: { toDay: published.toDay },
      after: { toDay: day },
      reason: endReason,
    })
    return { toDay: day }
  })
}
