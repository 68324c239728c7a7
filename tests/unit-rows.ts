import { db } from '#app/db/db.server.ts'
import {
  headcountChanges,
  mainMemberships,
  memberships,
  reorganisationLinks,
  reorganisations,
  roleHoldings,
  unitAliases,
  unitLines,
  unitSites,
  unitStates,
} from '#app/units/schema.ts'

/** Every row about units, whatever its order; the ids of states, which are written anew, aside. */
export async function unitRows() {
  const states = await db.select().from(unitStates)
  const counts = await db.select().from(headcountChanges)
  return {
    states: texts(states.map(({ id, ...state }) => state)),
    lines: texts(await db.select().from(unitLines)),
    memberships: texts(await db.select().from(memberships)),
    mains: texts(await db.select().from(mainMemberships)),
    counts: texts(counts.filter(({ change }) => change !== 0)),
    roles: texts(await db.select().from(roleHoldings)),
    sites: texts(await db.select().from(unitSites)),
    aliases: texts(await db.select().from(unitAliases)),
    events: texts(await db.select({ id: reorganisations.id }).from(reorganisations)),
    links: texts(await db.select().from(reorganisationLinks)),
  }
}

function texts(rows: object[]): string[] {
  return rows.map((row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))).sort()
}
