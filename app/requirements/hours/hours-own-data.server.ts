import { eq } from 'drizzle-orm'
import { db } from '#app/db/db.server.ts'
import type { Actor } from '#app/people/person.ts'
import { credits, quotaOverrides } from '#app/requirements/schema.ts'

/** Learning elsewhere and overrides of this account alone, with what was decided of them; the evidence itself is on the page of credits. */
export async function hoursOwnData({ id }: Actor) {
  const told = await db.select().from(credits).where(eq(credits.personId, id))
  const overrides = await db.select().from(quotaOverrides).where(eq(quotaOverrides.personId, id))
  return {
    credits: told.map(({ personId: _person, folded: _folded, ...credit }) => credit),
    overrides: overrides.map(({ personId: _person, ...override }) => override),
  }
}
