import { desc } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import { isOfPerson } from '#app/people/folded.server.ts'
import { type Authority, isSelf } from '#app/people/person.ts'
import { credits } from '#app/requirements/schema.ts'
import { looksAfter } from '#app/units/sight/looks-after.server.ts'

export type OwnCredit = Omit<typeof credits.$inferSelect, 'folded' | 'evidenceHash'>

/** Learning elsewhere that a person told of, of accounts folded into theirs too, the last completed first. Null: not yours to see. */
export async function creditsOf(viewer: Authority, personId: string, now = new Date()): Promise<OwnCredit[] | null> {
  if (!isSelf(viewer, personId) && !(await looksAfter(viewer, personId, now))) return null
  const rows = await db
    .select()
    .from(credits)
    .where(isOfPerson(credits.personId, personId))
    .orderBy(desc(credits.completedDay), desc(credits.id))
  return rows.map(({ folded: _folded, evidenceHash: _hash, ...credit }) => credit)
}
