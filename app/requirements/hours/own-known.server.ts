import { and, count, eq, exists, gt, isNull, lte, sql } from 'drizzle-orm'
import { db, type Transaction } from '#app/db/db.server.ts'
import { statement } from '#app/db/statement.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { notices } from '#app/messages/schema.ts'
import { isOfPerson } from '#app/people/folded.server.ts'
import type { Actor } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { credits, quotaOverrides } from '#app/requirements/schema.ts'
import { mainMemberships } from '#app/units/schema.ts'
import type { StaffCategory } from '#app/units/unit.ts'

/** What one's own page needs to know first. */
export type OwnKnown = {
  category: StaffCategory | null
  /** Learning elsewhere was told of, or the quota was changed. */
  hasMore: boolean
  /** Notices that one has not read. */
  unread: number
}

/** By which category one is counted on a day, whether hours are more than certificates, and what is unread. One query. */
export async function ownKnown(person: Actor, day: Day): Promise<OwnKnown> {
  const [row] = await readKnown(db, { personId: person.id, day })
  return { category: row?.category ?? null, hasMore: row?.hasMore === 1, unread: row?.unread ?? 0 }
}

const readKnown = statement((reads: Pick<Transaction, 'select'>) => {
  const [personId, day] = [sql.placeholder('personId'), sql.placeholder('day')]
  const one = { one: sql`1` }
  const told = reads
    .select(one)
    .from(credits)
    .where(isOfPerson(credits.personId, personId, reads))
  const changed = reads
    .select(one)
    .from(quotaOverrides)
    .where(isOfPerson(quotaOverrides.personId, personId, reads))
  const unread = reads
    .select({ count: count() })
    .from(notices)
    .where(and(eq(notices.personId, personId), isNull(notices.readAt)))
  return reads
    .select({
      category: mainMemberships.category,
      unread: sql<number>`(${unread})`.mapWith(Number),
      hasMore: sql<number>`case when ${exists(told)} or ${exists(changed)} then 1 else 0 end`.mapWith(Number),
    })
    .from(people)
    .leftJoin(
      mainMemberships,
      and(eq(mainMemberships.personId, people.id), lte(mainMemberships.fromDay, day), gt(mainMemberships.toDay, day)),
    )
    .where(eq(people.id, personId))
})
