import { and, eq, isNull } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { maskSealed } from '#app/people/mask-sealed.server.ts'
import { type Authority, mayManage } from '#app/people/person.ts'
import { identityNumbers, people } from '#app/people/schema.ts'
import { looksAfter } from '#app/units/sight/looks-after.server.ts'

/**
 * A person's identity number as pages show it; `masked` is null when there is none. One query for administrators.
 * Null: not there, or not this actor's to see (as mayReadIdentityNumber).
 */
export async function maskedIdentityNumber(manager: Authority, personId: string, now = new Date()) {
  if (!mayManage(manager) || !(await looksAfter(manager, personId, now))) return null
  const [row] = await db
    .select({ kept: identityNumbers })
    .from(people)
    .leftJoin(identityNumbers, eq(identityNumbers.personId, people.id))
    .where(and(eq(people.id, personId), isNull(people.closedAt)))
  return row ? { masked: maskSealed(row.kept) } : null
}
