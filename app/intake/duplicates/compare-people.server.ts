import { and, asc, count, eq } from 'drizzle-orm'
import { certificates } from '#app/certificates/schema.ts'
import { db } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import type { Compared } from '#app/intake/duplicates/duplicate.ts'
import { sidesOf } from '#app/intake/duplicates/sides-of.server.ts'
import { isOfPerson } from '#app/people/folded.server.ts'
import type { Authority } from '#app/people/person.ts'
import { maskedIdentityNumber } from '#app/units/identity-numbers/masked-identity-number.server.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { memberships, unitStates } from '#app/units/schema.ts'

/** Two accounts side by side, in the order asked. Null: one is not there, or not this viewer's to see. */
export async function comparePeople(viewer: Authority, a: string, b: string, now = new Date()) {
  const [one, other] = [await compared(viewer, a, now), await compared(viewer, b, now)]
  return one && other ? ([one, other] as const) : null
}

async function compared(viewer: Authority, personId: string, now: Date): Promise<Compared | null> {
  const number = await maskedIdentityNumber(viewer, personId, now) // of open accounts, to whom may see them
  if (!number) return null
  const person = (await sidesOf([personId])).get(personId)
  if (!person) return null
  const places = await placesOf(personId, dayOf(now))
  return { ...person, identityNumber: number.masked, places, papers: await papersOf(personId) }
}

function placesOf(personId: string, day: Day) {
  return db
    .select({ unitName: unitStates.name, position: memberships.position, fromDay: memberships.fromDay })
    .from(memberships)
    .innerJoin(unitStates, and(eq(unitStates.unitId, memberships.unitId), onDay(unitStates, day)))
    .where(and(eq(memberships.personId, personId), onDay(memberships, day)))
    .orderBy(asc(memberships.fromDay))
}

async function papersOf(personId: string): Promise<number> {
  const [row] = await db
    .select({ papers: count().mapWith(Number) })
    .from(certificates)
    .where(isOfPerson(certificates.personId, personId))
  return row?.papers ?? 0
}
