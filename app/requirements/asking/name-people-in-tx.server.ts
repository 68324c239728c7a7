import { eq } from 'drizzle-orm'
import type { Transaction } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { requirementPeople } from '#app/requirements/schema.ts'
import { inChunks } from '#app/units/in-chunks.ts'
import { never } from '#app/units/unit.ts'

/** Inner step: a draft names some people, each once, from today on. */
export async function namePeopleInTx(
  tx: Transaction,
  requirementId: string,
  personIds: readonly string[],
  now: Date,
): Promise<void> {
  const isNamed = eq(requirementPeople.requirementId, requirementId)
  const rows = await tx.select({ personId: requirementPeople.personId }).from(requirementPeople).where(isNamed)
  const already = new Set(rows.map(({ personId }) => personId))
  const fresh = [...new Set(personIds)].filter((personId) => !already.has(personId))
  const period = { fromDay: dayOf(now), toDay: never }
  for (const some of inChunks(fresh))
    await tx.insert(requirementPeople).values(some.map((personId) => ({ requirementId, personId, ...period })))
}
