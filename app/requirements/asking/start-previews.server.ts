import { lt } from 'drizzle-orm'
import { write } from '#app/db/db.server.ts'
import { previewsKeptMs } from '#app/requirements/asking/kept-preview.server.ts'
import { nextWaiting, workOutPreviews } from '#app/requirements/asking/work-out-previews.server.ts'
import { previews } from '#app/requirements/schema.ts'
import { type Repeating, repeat } from '#app/web/repeat.server.ts'

/**
 * Works out in the background the previews that pages wait for, and forgets old ones, until stopped; for the process beside serving.
 * Any number of processes may run it: the lease lets one work. What is half done is begun again at the next start.
 */
export function startPreviews({ everyMs = 500, ...options }: Repeating = {}): () => Promise<void> {
  let isStopping = false
  let clearedAt = 0
  const look = async () => {
    if (Date.now() - clearedAt > previewsKeptMs) {
      clearedAt = Date.now()
      await write((tx) => tx.delete(previews).where(lt(previews.askedAt, new Date(Date.now() - previewsKeptMs))))
    }
    if (await nextWaiting()) await workOutPreviews({ isGentle: true, shouldStop: () => isStopping })
  }
  const stop = repeat(look, { everyMs, ...options })
  return () => {
    isStopping = true
    return stop()
  }
}
