import { dayOf } from '#app/i18n/day.ts'
import { isKeepingDue } from '#app/requirements/keeping/is-keeping-due.server.ts'
import { keepStandings } from '#app/requirements/keeping/keep-standings.server.ts'
import { type Repeating, repeat } from '#app/web/repeat.server.ts'

/**
 * Keeps standings in the background until stopped; for the process beside serving. Any number of processes may run it: the lease
 * lets one work. The stop it returns waits for one step at most; the rest is done at the next start.
 */
export function startKeeping({ everyMs = 3_000, ...options }: Repeating = {}): () => Promise<void> {
  let isStopping = false
  const look = async () => {
    if (await isKeepingDue(dayOf(new Date()))) await keepStandings({ isGentle: true, shouldStop: () => isStopping })
  }
  const stop = repeat(look, { everyMs, ...options })
  return () => {
    isStopping = true
    return stop()
  }
}
