import { db } from '#app/db/db.server.ts'
import type { Authority } from '#app/people/person.ts'
import type { Problem } from '#app/units/reorganisations/reorganisation.ts'
import { madeIn, standingInTheWay } from '#app/units/reorganisations/withdrawal/standing-in-the-way.server.ts'
import type { Trace } from '#app/units/reorganisations/withdrawal/trace.ts'
import { withdrawable } from '#app/units/reorganisations/withdrawal/withdraw.server.ts'

/** What `withdraw` would do, and what stands in its way; writes nothing. Null: not there, or not this actor's to do. */
export async function previewWithdrawal(who: Authority, id: string, now = new Date()) {
  const found = await withdrawable(db, who, id, now)
  if (!found) return null
  const { event, trace } = found
  const { kind, decisionNumber, decisionDay, effectiveDay } = event
  const problems: Problem[] = trace ? await standingInTheWay(db, trace) : [{ problem: 'no-trace' }]
  return { id, kind, decisionNumber, decisionDay, effectiveDay, problems, ...(trace ? told(trace) : untold) }
}

const untold = { unit: null, unmade: [], back: [], people: 0 }

function told(trace: Trace) {
  const made = new Set(madeIn(trace))
  const names = new Map<string, string>()
  for (const { unitId, name } of [...trace.after.states, ...trace.before.states]) names.set(unitId, name)
  const namesOf = (isMade: boolean) =>
    trace.unitIds.filter((unitId) => made.has(unitId) === isMade).map((unitId) => names.get(unitId) ?? '')
  const people = new Set([...trace.places.before, ...trace.places.after].map(({ personId }) => personId))
  const [unitId = ''] = trace.unitIds
  const unit = { unitId, name: names.get(unitId) ?? '' }
  return { unit, unmade: namesOf(true), back: namesOf(false), people: people.size }
}
