import type { Loaded } from '#tests/bench/blast.ts'
import { compare } from '#tests/bench/compare.ts'
import type { Context } from '#tests/bench/context.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { runJob } from '#tests/bench/job.ts'
import { startServer } from '#tests/bench/serving.ts'
import type { SignInLoad } from '#tests/bench/sign-in-load.ts'

/** Sign-ins are few a second: it takes some hundreds until their code is compiled as it stays. */
const warmUpSeconds = 5

/** Sign-ins beside the bare hash, both on one core. */
export async function measureSignIns(context: Context): Promise<Figure[]> {
  const { folder, world, options } = context
  const { seconds } = options
  const password = world.members[0]?.password
  const server = await startServer(context, { name: 'sign-ins', isPinned: true })
  const seen = await compare(
    context,
    () => runJob<{ perSecond: number }>('hash-limit.ts', { seconds, password }, { folder, core: 0 }),
    async () => {
      const value: SignInLoad = { port: server.port, members: world.members, seconds, warmUpSeconds }
      const loaded = await runJob<Loaded>('sign-in-load.ts', value, { folder, core: 1 })
      if (loaded.wrong > 0) throw new Error(`${loaded.wrong} sign-ins failed`)
      return loaded
    },
  )
  await server.stop()
  return [
    figure({
      name: 'sign-ins',
      value: seen.value,
      unit: 'a second',
      limit: { name: 'bare argon2id, one at a time', value: seen.limit },
      ratio: seen.ratio,
      aim: { atLeast: 0.9 },
      details: { 'p95 ms, 8 at a time': seen.p95 },
    }),
  ]
}
