import { unitAt } from '#app/units/tree/unit-at.server.ts'
import { aPerson } from '#tests/factories.ts'
import { headcountOf, peopleOf } from '#tests/unit-reading.ts'
import { aMembership } from '#tests/units.ts'

export const root = 'command-line'
/** The day before most decisions of these tests take effect, that day, and one long after. */
export const before = '2025-06-30'
export const day = '2025-07-01'
export const later = '2025-12-31'

/** Names of who is in a unit on a day, in the order of lists. */
export const namesIn = async (unitId: string, on: string) =>
  (await peopleOf(root, { unitId, day: on }))?.people.map(({ fullName }) => fullName)
/** What a unit is called on a day; null when it does not stand then. */
export const nameOf = async (unitId: string, on: string) => (await unitAt(root, unitId, on))?.facts?.name ?? null
/** How many people a unit has with all below it, each counted once. */
export const headsOf = async (unitId: string, on: string) => (await headcountOf(root, unitId, on))?.people
/** Somebody new in a unit; their id. */
export const aPlace = async (unitId: string, fullName?: string, form = {}) => {
  const { id } = await aPerson(fullName ? { fullName } : {})
  await aMembership({ personId: id, unitId, ...form })
  return id
}
