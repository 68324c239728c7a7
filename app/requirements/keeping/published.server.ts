import { asc, isNotNull } from 'drizzle-orm'
import { requirements } from '#app/requirements/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'

export type Published = typeof requirements.$inferSelect

/** Every requirement that was ever published, ended ones too: a province has some hundreds. One query. */
export function publishedRequirements(reads: Reads): Promise<Published[]> {
  return reads.select().from(requirements).where(isNotNull(requirements.publishedAt)).orderBy(asc(requirements.id))
}
