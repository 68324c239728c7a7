import { readFileSync } from 'node:fs'
import { closeDatabase } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { answerJob } from '#tests/bench/job.ts'
import { compareSent, type Received } from '#tests/year/compare-sent.ts'
import { compareTold } from '#tests/year/compare-told.ts'
import type { Differences } from '#tests/year/differences.ts'

/** `received`: a file with what servers got, as entries of a map. */
export type CompareYear = { runs: Day[]; received: string }
export type ComparedYear = { differences: Record<string, Differences>; kinds: Record<string, number> }

/** In a process of its own: what was told and sent in a year, beside what the model expects. */
await answerJob<CompareYear, ComparedYear>(async ({ runs, received }) => {
  const got: Received = new Map<string, string[]>(JSON.parse(readFileSync(received, 'utf8')))
  const { kinds, ...told } = await compareTold(runs, { hasGateway: true })
  const sent = await compareSent(got)
  await closeDatabase()
  return { differences: { ...told, sent }, kinds }
})
