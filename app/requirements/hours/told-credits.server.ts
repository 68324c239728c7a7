import { desc } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { isOfPerson } from '#app/people/folded.server.ts'
import type { LeftOut } from '#app/requirements/hours/counted-once.ts'
import type { HourFacts } from '#app/requirements/hours/hour-facts.ts'
import { learntOn } from '#app/requirements/hours/learnt-on.ts'
import { credits } from '#app/requirements/schema.ts'

export type CreditRow = typeof credits.$inferSelect
export type OwnCredit = Omit<CreditRow, 'folded' | 'evidenceHash'> & {
  /** Confirmed, and not counted: it is the same as another learning elsewhere, or (title: null) as a course of ours. */
  sameAs: { by: LeftOut['by']; title: string | null } | null
}

/** What a person learnt elsewhere, in accounts folded into theirs too, the last completed first. Decides no permission. One query. */
export function creditRowsOf(personId: string): Promise<CreditRow[]> {
  return db
    .select()
    .from(credits)
    .where(isOfPerson(credits.personId, personId))
    .orderBy(desc(credits.completedDay), desc(credits.id))
}

/** Those of them that are seen, with what they are the same as; `facts` are the person's where any was confirmed. */
export function toldCredits(
  rows: readonly CreditRow[],
  isSeen: (credit: CreditRow) => boolean,
  facts: HourFacts | undefined,
  today: Day,
): OwnCredit[] {
  const leftOut = facts ? leftOutOf(rows, facts, today) : new Map<string, LeftOut>()
  const titles = new Map(rows.map(({ id, title }) => [id, title]))
  return rows.filter(isSeen).map(({ folded: _folded, evidenceHash: _hash, ...credit }) => {
    const out = leftOut.get(credit.id)
    return { ...credit, sameAs: out ? { by: out.by, title: titles.get(out.sameAs) ?? null } : null }
  })
}

export function isConfirmed({ state }: CreditRow): boolean {
  return state === 'confirmed'
}

function leftOutOf(rows: readonly CreditRow[], facts: HourFacts, today: Day): Map<string, LeftOut> {
  const years = new Set(rows.filter(isConfirmed).map(({ completedDay }) => Number(completedDay.slice(0, 4))))
  const leftOut = [...years].flatMap((year) => learntOn(facts, year, today).leftOut)
  return new Map(leftOut.map((one) => [one.id, one]))
}
