import { and, eq, isNull } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { aliases, people } from '#app/people/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/** Whose an account is today: the account that it was folded into, or itself. */
export async function keptPerson(personId: string, reads: Reads = db): Promise<string> {
  const [alias] = await reads.select({ id: aliases.keptId }).from(aliases).where(eq(aliases.personId, personId))
  return alias?.id ?? personId
}

/** Whether somebody has an open account. */
export async function isOpenAccount(personId: string, reads: Reads = db): Promise<boolean> {
  const [open] = await reads
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.closedAt)))
  return open !== undefined
}
