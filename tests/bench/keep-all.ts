import { closeDatabase, write } from '#app/db/db.server.ts'
import { standBehind } from '#app/db/stand-behind.server.ts'
import { keepStandings } from '#app/requirements/keeping/keep-standings.server.ts'
import { standingChanges, standings } from '#app/requirements/schema.ts'
import { answerJob } from '#tests/bench/job.ts'

export type KeepAll = {
  /** As the server does it while learners are about. */
  isGentle: boolean
  /** Forgets first how everybody stood, and does no more. */
  isForgotten: boolean
}
export type KeptAll = { people: number; changed: number; seconds: number; cpuSeconds: number }

/** In a process of its own: how everybody stands to everything, worked out anew for today. */
await answerJob<KeepAll, KeptAll>(async ({ isGentle, isForgotten }) => {
  if (isGentle) standBehind()
  const began = performance.now()
  const kept = isForgotten ? await forget() : await keepStandings({ isWhole: true, isGentle })
  if (!kept) throw new Error('another process keeps standings')
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage()
  await closeDatabase()
  return { ...kept, seconds, cpuSeconds: (user + system) / 1_000_000 }
})

function forget() {
  return write(async (tx) => {
    await tx.delete(standings)
    await tx.delete(standingChanges)
    return { people: 0, changed: 0 }
  })
}
