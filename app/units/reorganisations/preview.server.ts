import { and, count, countDistinct, gt, inArray } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import type { Authority } from '#app/people/person.ts'
import type { Reorganising } from '#app/units/reorganisations/carry-out.server.ts'
import { mayReorganise } from '#app/units/reorganisations/may-reorganise.server.ts'
import type { Plan } from '#app/units/reorganisations/plan.ts'
import type { Decision, Preview, Refused } from '#app/units/reorganisations/reorganisation.ts'
import { memberships, roleHoldings } from '#app/units/schema.ts'
import { factsOn } from '#app/units/timeline.ts'
import { timelinesOf } from '#app/units/timelines.server.ts'
import { childrenFrom } from '#app/units/tree/children-from.server.ts'

/** What a verb of reorganisation would change; writes nothing. Null: not this actor's to do. */
export async function preview<Form extends { decision: Decision }>(
  who: Authority,
  { form, touches, plan }: Reorganising<Form>,
  now: Date,
): Promise<Preview | Refused | null> {
  if (!(await mayReorganise(db, who, touches, dayOf(now)))) return null
  const planned = await plan(db, form)
  return 'problems' in planned ? planned : shown(planned.plan, form.decision.effectiveDay)
}

async function shown(plan: Plan, day: Day): Promise<Preview> {
  const followers: string[] = []
  for (const { from, only } of plan.adopted)
    followers.push(...(await childrenFrom(db, from, day)).filter((unitId) => only?.includes(unitId) ?? true))
  const timelines = await timelinesOf(db, [
    ...plan.ended,
    ...followers,
    ...plan.changed.map(({ unitId }) => unitId),
    ...plan.transfers.map(({ to }) => to),
  ])
  const nameOf = (unitId: string) =>
    plan.made.find((unit) => unit.unitId === unitId)?.facts.name ??
    factsOn(timelines.get(unitId) ?? [], day)?.name ??
    ''
  const named = (unitId: string) => ({ unitId, name: nameOf(unitId) })
  const changes = plan.changed.flatMap(({ unitId, facts }) => {
    const before = factsOn(timelines.get(unitId) ?? [], day)
    return before ? [{ unitId, before, after: { ...before, ...facts } }] : []
  })
  return {
    begins: plan.made.map(({ facts }) => facts),
    ends: plan.ended.map(named),
    changes,
    follow: [...new Set(followers)].map(named),
    ...(await peopleShown(plan, day, nameOf)),
    rolesEnding: await rolesEnding(plan.ended, day),
  }
}

async function peopleShown(plan: Plan, day: Day, nameOf: (unitId: string) => string) {
  const listed = plan.transfers.reduce((sum, { people }) => sum + (people === 'others' ? 0 : people.length), 0)
  const people: Preview['people'] = []
  let doubled = 0
  for (const { from, to, people: who, isWaiting } of plan.transfers) {
    for (const unitId of from) {
      const all = who === 'others' ? (await headsIn([unitId], day)).heads - listed : who.length
      if (all > 0) people.push({ from: nameOf(unitId), to: nameOf(to), count: all, isWaiting })
    }
    const { heads, places } = await headsIn(from.length > 1 ? [...from, to] : [], day)
    doubled += places - heads
  }
  return { people, doubled }
}

/** Different people, and places: who belongs to two of the units has two. */
async function headsIn(unitIds: string[], day: Day): Promise<{ heads: number; places: number }> {
  const [row] = await db
    .select({ heads: countDistinct(memberships.personId).mapWith(Number), places: count().mapWith(Number) })
    .from(memberships)
    .where(and(inArray(memberships.unitId, ['', ...unitIds]), gt(memberships.toDay, day)))
  return row ?? { heads: 0, places: 0 }
}

async function rolesEnding(unitIds: string[], day: Day): Promise<number> {
  const [row] = await db
    .select({ count: count().mapWith(Number) })
    .from(roleHoldings)
    .where(and(inArray(roleHoldings.unitId, ['', ...unitIds]), gt(roleHoldings.toDay, day)))
  return row?.count ?? 0
}
