import { eq } from 'drizzle-orm'
import type { Authority } from '#app/people/person.ts'
import { mayKeep } from '#app/requirements/asking/keepers-of.server.ts'
import { requirements } from '#app/requirements/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'

export type RequirementRow = typeof requirements.$inferSelect

/** A requirement, for whoever keeps it; null: not there, or not theirs to keep. */
export async function ownRequirement(
  reads: Reads,
  who: Authority,
  requirementId: string,
  now: Date,
): Promise<RequirementRow | null> {
  const [row] = await reads.select().from(requirements).where(eq(requirements.id, requirementId))
  return row && (await mayKeep(reads, who, row.unitId, now)) ? row : null
}

/** The same while it is a draft. */
export async function ownDraft(reads: Reads, who: Authority, requirementId: string, now: Date) {
  const row = await ownRequirement(reads, who, requirementId, now)
  return row?.publishedAt === null ? row : null
}
