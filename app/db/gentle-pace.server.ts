import { type Transaction, write } from '#app/db/db.server.ts'

/**
 * Counted is work, not time: on a busy machine smaller steps would only make more of them, and each has its own: a synced
 * commit, and pages of indexes that the next step writes again. With 12 ms a row of a list took a quarter more than with 20.
 */
const workMs = 16
const [shortestRestMs, longestRestMs] = [5, 60]

export type GentlePace = ReturnType<typeof gentlePace>

/**
 * Long work in many writes beside learners: there is one writer on SQLite, and they wait for it. A step is as large as is so
 * much work within the write, on a slow machine as on a fast one; after it others have their turn, as long as it took.
 */
export function gentlePace({ fewest, most }: { fewest: number; most: number }) {
  let [size, tookMs] = [fewest, 0]
  return {
    /** How many of whatever is worked through the next step takes: whole groups of the fewest, since statements for these are prepared. */
    size: () => size,

    async write<Told>(work: (tx: Transaction) => Promise<Told>): Promise<Told> {
      let [cpu, startedAt] = [process.cpuUsage(), performance.now()]
      const told = await write((tx) => {
        ;[cpu, startedAt] = [process.cpuUsage(), performance.now()]
        return work(tx)
      })
      const { user, system } = process.cpuUsage(cpu)
      tookMs = performance.now() - startedAt
      // No more than doubled: one step tells little.
      const wanted = size * Math.min(2, workMs / Math.max(1, (user + system) / 1000))
      size = Math.min(most, Math.max(fewest, Math.floor(wanted / fewest) * fewest))
      return told
    },

    /** `besidesMs`: how long that took which led to the write, where it is to be made up for too. */
    rest(besidesMs = 0) {
      const restMs = Math.min(longestRestMs, Math.max(shortestRestMs, tookMs + besidesMs))
      return new Promise<void>((wake) => setTimeout(wake, restMs))
    },
  }
}
