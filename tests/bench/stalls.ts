import { readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export type Stalls = { longestMs: number; p99Ms: number }

const probe = join(dirname(fileURLToPath(import.meta.url)), 'stall-probe.mjs')

/** The environment that makes a server's workers watch their event loops. */
export function watchingStalls(folder: string): Record<string, string> {
  return { NODE_OPTIONS: `--import=${probe}`, BENCH_STALLS: folder }
}

/** What each worker saw since it was last asked. */
export async function askStalls(folder: string, workers: number[]): Promise<Stalls[]> {
  for (const pid of workers) rmSync(join(folder, `${pid}.json`), { force: true })
  for (const pid of workers) process.kill(pid, 'SIGUSR2')
  await wait(500)
  return workers.map((pid) => JSON.parse(readFileSync(join(folder, `${pid}.json`), 'utf8')))
}
