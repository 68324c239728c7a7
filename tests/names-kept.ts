import { asc, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { db } from '#app/db/db.server.ts'
import { beginningsOf } from '#app/people/beginnings.ts'
import { nameBeginnings, people } from '#app/people/schema.ts'
import { sortKeyOf } from '#app/people/sort-key.ts'
import { memberships } from '#app/units/schema.ts'

/** Everybody is found by their name as it is, and by no other; and stands in their units where it belongs. */
export async function expectNamesKept(): Promise<void> {
  const everybody = await db.select().from(people)
  for (const { fullName, sortKey } of everybody) expect(sortKey).toBe(fullName === '' ? '' : sortKeyOf(fullName))
  const wanted = everybody.flatMap((person) =>
    beginningsOf(person).map((text) => lineOf({ text, personId: person.id, sortKey: person.sortKey })),
  )
  const kept = await db.select().from(nameBeginnings)
  expect(kept.map(lineOf).sort()).toEqual(wanted.sort())
  const places = await db
    .select({ sortKey: memberships.sortKey, wanted: people.sortKey })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .orderBy(asc(memberships.id))
  expect(places.map(({ sortKey }) => sortKey)).toEqual(places.map((place) => place.wanted))
}

function lineOf({ text, personId, sortKey }: typeof nameBeginnings.$inferSelect) {
  return `${text}|${personId}|${sortKey}`
}
