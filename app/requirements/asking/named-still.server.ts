import { eq } from 'drizzle-orm'
import type { Authority } from '#app/people/person.ts'
import { peopleActedFor } from '#app/requirements/asking/people-acted-for.server.ts'
import { requirementPeople } from '#app/requirements/schema.ts'
import { inChunks } from '#app/units/in-chunks.ts'
import type { Reads } from '#app/units/timelines.server.ts'

/**
 * Of those whom a draft names beside its clauses, whom the actor acts for today: whoever has moved on since is asked by
 * whoever acts for them there.
 */
export async function namedStill(reads: Reads, who: Authority, requirementId: string, now: Date): Promise<string[]> {
  const rows = await reads
    .select({ personId: requirementPeople.personId })
    .from(requirementPeople)
    .where(eq(requirementPeople.requirementId, requirementId))
  const still: string[] = []
  for (const some of inChunks(rows.map(({ personId }) => personId)))
    for (const { id } of await peopleActedFor(reads, who, some, now)) still.push(id)
  return still
}
