import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { checkSittings } from '#tests/bench/check-sittings.ts'
import type { Context } from '#tests/bench/context.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { runJob } from '#tests/bench/job.ts'
import type { JourneyLoad } from '#tests/bench/journey-load.ts'
import { type Serving, startServer } from '#tests/bench/serving.ts'
import { askStalls, watchingStalls } from '#tests/bench/stalls.ts'
import type { Stormed, StormLoad, StormPlan } from '#tests/bench/storm-load.ts'
import { worldSize } from '#tests/bench/world.ts'

const whole = { learners: 2_000, plan: { beginSeconds: 10, everySeconds: 15, submitFromSeconds: 90, endSeconds: 120 } }
const quick = { learners: 400, plan: { beginSeconds: 2, everySeconds: 3, submitFromSeconds: 18, endSeconds: 24 } }

/** A province sits one exam: everybody at once, all cores, nothing pinned. */
export async function measureStorm(context: Context): Promise<Figure[]> {
  const { learners, plan } = context.options.isQuick ? quick : whole
  const folder = mkdtempSync(join(context.folder, 'stalls-'))
  const server = await startServer(context, { name: 'storm', env: watchingStalls(folder) })
  await warmUp(context, server)
  const workers = server.pids.slice(1)
  await askStalls(folder, workers)
  const stormed = await storm(context, server, learners, plan)
  const stalls = await askStalls(folder, workers)
  await server.stop()
  const checked = checkSittings(server.data, context.world.course, stormed.sittings)

  const named = (name: string) => `storm of ${learners}: ${name}`
  const details = { requests: stormed.requests, 'p50 ms': stormed.p50, 'slowest ms': stormed.slowest, ...p95s(stormed) }
  const longest = Object.fromEntries(stalls.map((stall, worker) => [`process ${worker + 1}, ms`, stall.longestMs]))
  const acknowledged = stormed.sittings.reduce((sum, sitting) => sum + sitting.acknowledged.length, 0)
  const [error = 'none'] = stormed.errors
  return [
    figure({ name: named('p95 of all requests'), value: stormed.p95, unit: 'ms', aim: { atMost: 500 }, details }),
    figure({ name: named('p99 of all requests'), value: stormed.p99, unit: 'ms', aim: { atMost: 1_000 } }),
    figure({
      name: named('longest stall of a process'),
      value: Math.max(...stalls.map((stall) => stall.longestMs)),
      unit: 'ms',
      aim: { atMost: 100 },
      details: { ...longest, 'load generator, ms': stormed.generatorStallMs },
    }),
    figure({
      name: named('lost answers'),
      value: checked.lost,
      unit: 'answers',
      aim: { atMost: 0 },
      details: { acknowledged, 'attempts left open': checked.open, mismarked: checked.mismarked },
    }),
    figure({
      name: named('learners who met an error'),
      value: stormed.errors.length,
      unit: 'learners',
      aim: { atMost: 0 },
      details: { first: error },
    }),
  ]
}

/** A server that has been up for a while: some people have sat the exam before the storm. */
async function warmUp({ world, folder }: Context, { port, data }: Serving) {
  const learners = world.people.slice(-60)
  const database = join(data, 'ben-so.db')
  const wish: JourneyLoad = { port, database, course: world.course, learners, atOnce: 4, seconds: 20, warmUpSeconds: 0 }
  await runJob('journey-load.ts', wish, { folder })
}

function storm({ world, folder }: Context, { port, data }: Serving, count: number, plan: StormPlan) {
  const learners = world.people.slice(worldSize.withAttempt, worldSize.withAttempt + count)
  const wish: StormLoad = { port, database: join(data, 'ben-so.db'), course: world.course, learners, plan }
  return runJob<Stormed>('storm-load.ts', wish, { folder })
}

function p95s({ steps }: Stormed) {
  return Object.fromEntries(Object.entries(steps).map(([step, ms]) => [`p95 ms ${step}`, ms]))
}
