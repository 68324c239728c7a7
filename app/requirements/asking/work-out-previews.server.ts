import { randomUUID } from 'node:crypto'
import { setTimeout as rest } from 'node:timers/promises'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { db, write } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { leaveLease, takeLease } from '#app/messages/lease.server.ts'
import { keyOf } from '#app/requirements/asking/kept-preview.server.ts'
import { peopleAsked } from '#app/requirements/asking/people-asked.server.ts'
import { emptyTally, previewFrom, withPeople } from '#app/requirements/asking/tally.ts'
import { previews, requirements } from '#app/requirements/schema.ts'

const leaseName = 'work-out-previews'
const leaseMs = 60_000
/** So often the page is told how far it is. */
const notedEveryMs = 700
const longestRestMs = 30

type Options = {
  /** Asked between steps. */
  shouldStop?: () => boolean
  /** Learners are served meanwhile: a rest after each step, as long as it took. */
  isGentle?: boolean
  clock?: () => Date
}
type Kept = typeof previews.$inferSelect

/** Works out the previews that pages wait for, the newest first; how many. Null: another process is at it. */
export async function workOutPreviews(options: Options = {}): Promise<number | null> {
  const holder = randomUUID()
  const goesOn = async () => !options.shouldStop?.() && (await takeLease(leaseName, holder, leaseMs))
  if (!(await goesOn())) return null
  try {
    let done = 0
    for (let kept = await nextWaiting(); kept && (await goesOn()); kept = await nextWaiting())
      if (await workOut(kept, { ...options, goesOn })) done++
    return done
  } finally {
    await leaveLease(leaseName, holder)
  }
}

/** Whether a page waits for one. */
export async function nextWaiting(): Promise<Kept | null> {
  const [kept] = await db
    .select()
    .from(previews)
    .where(isNull(previews.doneAt))
    .orderBy(desc(previews.askedAt), desc(previews.key))
    .limit(1)
  return kept ?? null
}

type Work = Options & { goesOn: () => Promise<boolean> }

/** False: the draft has changed meanwhile, or somebody else goes on. */
async function workOut(kept: Kept, { shouldStop, isGentle, clock = () => new Date(), goesOn }: Work): Promise<boolean> {
  const day = dayOf(kept.askedAt)
  const draft = await draftOf(kept)
  if (!draft) return false
  let tally = emptyTally()
  let [notedAt, steppedAt] = [performance.now(), performance.now()]
  for await (const { people, ...progress } of peopleAsked(db, { requirement: draft, named: kept.named }, day)) {
    tally = withPeople(tally, people)
    if (shouldStop?.()) return false
    if (performance.now() - notedAt > notedEveryMs) {
      if (!(await goesOn()) || !(await draftOf(kept))) return false
      await note(kept, { progress: { ...progress, people: tally.people }, steppedAt: clock() })
      notedAt = performance.now()
    }
    if (isGentle) await rest(Math.min(longestRestMs, performance.now() - steppedAt))
    steppedAt = performance.now()
  }
  const preview = previewFrom(tally, draft.unitId, day)
  await note(kept, { preview, doneAt: clock(), steppedAt: clock() })
  return true
}

/** The draft as it was when its preview was asked for; once it is another, nobody waits for this one. */
async function draftOf(kept: Kept) {
  const [row] = await db.select().from(requirements).where(eq(requirements.id, kept.requirementId))
  const asking = row?.publishedAt === null ? { requirement: row, named: kept.named } : null
  if (asking && keyOf(asking, dayOf(kept.askedAt)) === kept.key) return asking.requirement
  await write((tx) => tx.delete(previews).where(isOf(kept)))
  return null
}

async function note(kept: Kept, told: Partial<Pick<Kept, 'progress' | 'steppedAt' | 'preview' | 'doneAt'>>) {
  await write((tx) => tx.update(previews).set(told).where(isOf(kept)))
}

/** This one, and not another that was asked for since. */
function isOf({ key, askedAt }: Kept) {
  return and(eq(previews.key, key), eq(previews.askedAt, askedAt))
}
