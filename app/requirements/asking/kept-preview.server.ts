import { createHash } from 'node:crypto'
import { and, eq, lt } from 'drizzle-orm'
import { db, write } from '#app/db/db.server.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import type { Asking } from '#app/requirements/asking/people-asked.server.ts'
import type { PreviewUnderWay, WorkedOut } from '#app/requirements/asking/preview.ts'
import { previewStands } from '#app/requirements/asking/preview-stands.ts'
import { previews } from '#app/requirements/schema.ts'
import { headcountVersion } from '#app/units/memberships/headcount-version.server.ts'

export const previewsKeptMs = 60 * 60_000
const nothingYet = { unitsDone: 0, units: 0, people: 0 }

/**
 * What was worked out beside the requests of whom a draft would ask today; where nothing was, or not lately, it is asked for
 * and the work tells how far it is. Decides no permission. Two queries, three where it is asked for.
 */
export async function keptPreview(asking: Asking, now: Date): Promise<WorkedOut | PreviewUnderWay> {
  const key = keyOf(asking, dayOf(now))
  const [kept] = await db.select().from(previews).where(eq(previews.key, key))
  const headcounts = await headcountVersion()
  if (!kept || !previewStands(kept, { now, headcounts })) {
    await askAnew(key, asking, { now, headcounts, isOlder: kept?.askedAt })
    return { progress: nothingYet, isStuck: false }
  }
  if (kept.preview) return { ...kept.preview, at: kept.askedAt, isChanged: kept.headcounts !== headcounts }
  return { progress: kept.progress, isStuck: now.getTime() - kept.steppedAt.getTime() > stuckAfterMs }
}

const stuckAfterMs = 30_000

/** What a preview is worked out from, but for the facts of people and units. */
export function keyOf({ requirement, named }: Asking, day: Day): string {
  const { id, unitId, courseIds, renewalCourseIds, clauses, window, graceDays, atLeastDays } = requirement
  const draft = [id, unitId, courseIds, renewalCourseIds, clauses, window, graceDays, atLeastDays]
  return createHash('sha256')
    .update(JSON.stringify([day, draft, [...named].sort()]))
    .digest('base64url')
}

type Asked = { now: Date; headcounts: number; isOlder: Date | undefined }

/** Of two who ask at once one does; what was forgotten goes. */
async function askAnew(key: string, { requirement, named }: Asking, { now, headcounts, isOlder }: Asked) {
  const fresh = { askedAt: now, headcounts, steppedAt: now, progress: nothingYet, doneAt: null, preview: null }
  const forgotten = lt(previews.askedAt, new Date(now.getTime() - previewsKeptMs))
  await write(async (tx) => {
    await tx.delete(previews).where(forgotten)
    if (isOlder) await tx.delete(previews).where(and(eq(previews.key, key), eq(previews.askedAt, isOlder)))
    const row = { key, requirementId: requirement.id, named: [...named], ...fresh }
    await tx.insert(previews).values(row).onConflictDoNothing()
  })
}
