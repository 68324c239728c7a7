import { cpSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { runJob } from '#tests/bench/job.ts'
import type { Options } from '#tests/bench/options.ts'
import type { World } from '#tests/bench/world.ts'

/** What every figure is given. */
export type Context = {
  options: Options
  /** Everything the bench writes, on the disk of the limits too. */
  folder: string
  world: World
  /** How much memory the processes of each server held when its figure was measured. */
  memory: Held[]
}

export type Held = { after: string; process: string; megabytes: number; most: number }

/** The world of the bench: one database, seeded once, copied for every server. */
export async function seedWorld(folder: string): Promise<World> {
  const data = join(folder, 'seed')
  return runJob<World>('seed.ts', null, { folder, env: dataIn(data) })
}

/** A folder of data as it was seeded. */
export function freshData({ folder }: Context): string {
  const data = mkdtempSync(join(folder, 'data-'))
  cpSync(join(folder, 'seed'), data, { recursive: true })
  return data
}

export function dataIn(data: string): Record<string, string> {
  return { DATA_DIR: data, DATABASE_URL: `file:${join(data, 'ben-so.db')}`, LOG_LEVEL: 'error' }
}
