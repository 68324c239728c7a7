import type { Loaded } from '#tests/bench/blast.ts'
import type { Context } from '#tests/bench/context.ts'
import type { GetLoad, User } from '#tests/bench/get-load.ts'
import { runJob } from '#tests/bench/job.ts'
import { type Busy, watchCpu } from '#tests/bench/processes.ts'

export type Measured = Loaded & Busy

type Wish = { users: User[]; connections: number }

/** GETs from the generator's core. A wrong answer makes the figure void. */
export async function load(context: Context, server: { port: number; pids: number[] }, wish: Wish): Promise<Measured> {
  const value: GetLoad = { ...wish, port: server.port, seconds: context.options.seconds, warmUpSeconds: 1 }
  const cpu = watchCpu(server.pids)
  const loaded = await runJob<Loaded>('get-load.ts', value, { folder: context.folder, core: 1 })
  if (loaded.perSecond === 0) throw new Error(`no answer from ${wish.users[0]?.path} in ${value.seconds} s`)
  if (loaded.wrong > 0) throw new Error(`${loaded.wrong} wrong answers from ${wish.users[0]?.path}`)
  return { ...loaded, ...cpu.per(loaded.answers) }
}
