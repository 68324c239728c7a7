import { closeDatabase } from '#app/db/db.server.ts'
import { keepStandings } from '#app/requirements/keeping/keep-standings.server.ts'
import { answerJob } from '#tests/bench/job.ts'

export type KeptAll = { people: number; changed: number; seconds: number; cpuSeconds: number }

/** In a process of its own: how everybody stands to everything, worked out anew for today. */
await answerJob<null, KeptAll>(async () => {
  const began = performance.now()
  const kept = await keepStandings({ isWhole: true })
  if (!kept) throw new Error('another process keeps standings')
  const seconds = (performance.now() - began) / 1000
  const { user, system } = process.cpuUsage()
  await closeDatabase()
  return { ...kept, seconds, cpuSeconds: (user + system) / 1_000_000 }
})
