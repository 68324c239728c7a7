import type { Day } from '#app/i18n/day.ts'
import { addMembership } from '#app/units/memberships/add-membership.server.ts'
import type { NewMembership } from '#app/units/memberships/membership-form.ts'
import { establish } from '#app/units/reorganisations/establish.server.ts'
import type { CarriedOut, Decision, NewUnit } from '#app/units/reorganisations/reorganisation.ts'
import { appoint } from '#app/units/roles/appoint.server.ts'

const start: Day = '2020-01-01'

/** A decision in force from a day on. */
export function aDecision(effectiveDay: Day, changes: Partial<Decision> = {}): Decision {
  return { number: '12/QĐ-UBND', day: effectiveDay, effectiveDay, ...changes }
}

/** A unit that stands; its id. */
export async function aUnit({ from = start, ...unit }: Partial<NewUnit> & { from?: Day } = {}): Promise<string> {
  const form = { name: `Đơn vị ${next++}`, type: 'phong_so' as const, parentId: null, ...unit }
  const { made } = done(await establish('command-line', { decision: aDecision(from), unit: form }))
  return made[0] ?? ''
}

let next = 1

/** A person's place in a unit; its id. */
export async function aMembership(
  form: Pick<NewMembership, 'personId' | 'unitId'> & Partial<NewMembership>,
): Promise<string> {
  const row = { fromDay: start, position: 'Chuyên viên', category: 'cong_chuc' as const, ...form }
  return done(await addMembership('command-line', row)).id
}

/** What a verb did; a refusal fails the test. */
export function done<Outcome extends object>(
  outcome: Outcome | null,
): Exclude<Outcome, { problems: unknown } | { problem: unknown }> {
  if (outcome === null || 'problems' in outcome || 'problem' in outcome) throw new Error(JSON.stringify(outcome))
  return outcome as Exclude<Outcome, { problems: unknown } | { problem: unknown }>
}

/** The unit that a reorganisation made. */
export function onlyMade({ made }: CarriedOut): string {
  if (made.length !== 1) throw new Error(`made ${made.length} units`)
  return made[0] ?? ''
}

/** Makes somebody the manager of a unit in which all these people are. */
export async function manages(manager: { id: string }, ...people: Array<{ id: string }>): Promise<string> {
  const unitId = await aUnit()
  for (const { id } of people) await aMembership({ personId: id, unitId })
  const role = { personId: manager.id, unitId, role: 'manager' as const, fromDay: start, reason: 'QĐ 1' }
  done(await appoint('command-line', role))
  return unitId
}
