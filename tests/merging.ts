import { inArray } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { mergePeople } from '#app/intake/duplicates/merge-people.server.ts'
import { unmergePeople } from '#app/intake/duplicates/unmerge-people.server.ts'
import { aliases, identityNumbers, people } from '#app/people/schema.ts'
import { headcountChanges, mainMemberships, memberships } from '#app/units/schema.ts'
import { projectionsOf } from '#tests/projections.ts'
import { done } from '#tests/units.ts'

/** The reason of these mergers. */
export const why = 'Hai lần nhập của một người'
/** Merges two accounts; the merger's id. */
export const merge = async (keep: { id: string }, fold: { id: string }) =>
  done(await mergePeople('command-line', keep.id, fold.id, why)).mergeId
export const unmerge = async (mergeId: string) => done(await unmergePeople('command-line', mergeId, 'Nhầm'))

/** Everything that a merge may touch, of these people. */
export async function rowsOf(...persons: Array<{ id: string }>) {
  const ids = persons.map(({ id }) => id)
  const sorted = <Row>(rows: Row[]) => rows.map((row) => JSON.stringify(row)).sort()
  return {
    people: sorted(await db.select().from(people).where(inArray(people.id, ids))),
    memberships: sorted(await db.select().from(memberships).where(inArray(memberships.personId, ids))),
    mains: sorted(await db.select().from(mainMemberships).where(inArray(mainMemberships.personId, ids))),
    headcounts: sorted((await db.select().from(headcountChanges)).filter(({ change }) => change !== 0)),
    numbers: sorted(await db.select().from(identityNumbers).where(inArray(identityNumbers.personId, ids))),
    aliases: sorted(await db.select().from(aliases).where(inArray(aliases.personId, ids))),
    learning: await Promise.all(persons.map(projectionsOf)),
  }
}
