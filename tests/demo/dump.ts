import { certificates } from '#app/certificates/schema.ts'
import { db } from '#app/db/db.server.ts'
import { people } from '#app/people/schema.ts'
import { memberships, unitStates } from '#app/units/schema.ts'

/**
 * Who and what is in a province, in an order that no engine decides. Ids of rows that a decision carries are left out:
 * a verb writes them in the order in which its engine reads.
 */
export async function dump(): Promise<string[]> {
  const everybody = await db
    .select({ id: people.id, username: people.username, fullName: people.fullName, birthYear: people.birthYear })
    .from(people)
  const { unitId, fromDay, toDay, code, name, type, parentId } = unitStates
  const units = await db.select({ unitId, fromDay, toDay, code, name, type, parentId }).from(unitStates)
  const { personId, position, category, isMain, since, originId, waitsFromId } = memberships
  const days = { unitId: memberships.unitId, fromDay: memberships.fromDay, toDay: memberships.toDay }
  const places = await db
    .select({ personId, ...days, position, category, isMain, since, originId, waitsFromId })
    .from(memberships)
  const papers = await db
    .select({ id: certificates.id, code: certificates.code, number: certificates.number, of: certificates.personId })
    .from(certificates)
  return [...everybody, ...units, ...places, ...papers].map(lineOf).sort()
}

function lineOf(row: object): string {
  return Object.entries(row)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')
}
