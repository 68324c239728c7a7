import { desc } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import { isOfPerson } from '#app/people/folded.server.ts'
import type { Authority } from '#app/people/person.ts'
import type { LeftOut } from '#app/requirements/hours/counted-once.ts'
import { creditsSeen } from '#app/requirements/hours/credits-seen.server.ts'
import { learntOn } from '#app/requirements/hours/learnt-on.ts'
import { readHourFacts } from '#app/requirements/hours/read-hour-facts.server.ts'
import { credits } from '#app/requirements/schema.ts'

export type OwnCredit = Omit<Row, 'folded' | 'evidenceHash'> & {
  /** Confirmed, and not counted: it is the same as another learning elsewhere, or (title: null) as a course of ours. */
  sameAs: { by: LeftOut['by']; title: string | null } | null
}
type Row = typeof credits.$inferSelect

/**
 * Learning elsewhere that a person told of, of accounts folded into theirs too, the last completed first: one's own, or as far
 * back as one sees of them. Null: not yours to see. One query for oneself; five more where something was confirmed.
 */
export async function creditsOf(viewer: Authority, personId: string, now = new Date()): Promise<OwnCredit[] | null> {
  const isSeen = await creditsSeen(viewer, personId, now)
  if (!isSeen) return null
  const rows = await db
    .select()
    .from(credits)
    .where(isOfPerson(credits.personId, personId))
    .orderBy(desc(credits.completedDay), desc(credits.id))
  const leftOut = await leftOutOf(personId, rows, dayOf(now))
  const titles = new Map(rows.map(({ id, title }) => [id, title]))
  return rows.filter(isSeen).map(({ folded: _folded, evidenceHash: _hash, ...credit }) => {
    const out = leftOut.get(credit.id)
    return { ...credit, sameAs: out ? { by: out.by, title: titles.get(out.sameAs) ?? null } : null }
  })
}

async function leftOutOf(personId: string, rows: Row[], today: Day): Promise<Map<string, LeftOut>> {
  const confirmed = rows.filter(({ state }) => state === 'confirmed')
  const years = new Set(confirmed.map(({ completedDay }) => Number(completedDay.slice(0, 4))))
  const facts = years.size > 0 ? (await readHourFacts(db, [personId])).get(personId) : undefined
  if (!facts) return new Map()
  const leftOut = [...years].flatMap((year) => learntOn(facts, year, today).leftOut)
  return new Map(leftOut.map((one) => [one.id, one]))
}
