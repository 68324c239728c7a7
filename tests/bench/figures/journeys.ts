import { join } from 'node:path'
import { type Checked, checkSittings } from '#tests/bench/check-sittings.ts'
import type { Context } from '#tests/bench/context.ts'
import { type Figure, figure, median } from '#tests/bench/figure.ts'
import { runJob } from '#tests/bench/job.ts'
import type { JourneyLoad, JourneysLoaded } from '#tests/bench/journey-load.ts'
import { type Busy, watchCpu } from '#tests/bench/processes.ts'
import { startServer } from '#tests/bench/serving.ts'
import { worldSize } from '#tests/bench/world.ts'

type Round = JourneysLoaded & Busy & { checked: Checked }

/** Each round has a server of its own: it takes some hundred journeys until its code is compiled as it stays. */
const warmUpSeconds = 8

/** Whole exams by distinct people signed in beforehand: begin, first page, ten answers, submission, result. */
export async function measureJourneys(context: Context): Promise<Figure[]> {
  const rounds: Round[] = []
  for (let round = 0; round < context.options.rounds; round++) rounds.push(await oneRound(context, round))
  const count = (pick: (round: Round) => number) => rounds.reduce((sum, round) => sum + pick(round), 0)
  return [
    figure({
      name: 'whole exam journeys',
      value: median(rounds.map((round) => round.perSecond)),
      unit: 'a second',
      aim: { atLeast: 60 },
      details: {
        'p95 ms of submission and result, 32 at once': median(rounds.map((round) => round.p95)),
        'server CPU ms a journey': median(rounds.map((round) => round.cpuMicros)) / 1000,
      },
    }),
    figure({
      name: 'journeys lost, left open or mismarked',
      value: count(({ checked }) => checked.lost + checked.open + checked.mismarked),
      unit: 'journeys',
      aim: { atMost: 0 },
      details: {
        journeys: count(({ done }) => done.length),
        'lost answers': count(({ checked }) => checked.lost),
        open: count(({ checked }) => checked.open),
        mismarked: count(({ checked }) => checked.mismarked),
      },
    }),
  ]
}

async function oneRound(context: Context, round: number): Promise<Round> {
  const { world, options, folder } = context
  const server = await startServer(context, { name: `journeys ${round + 1}`, isPinned: true })
  const wish: JourneyLoad = {
    port: server.port,
    database: join(server.data, 'ben-so.db'),
    course: world.course,
    learners: world.people.slice(worldSize.withAttempt),
    atOnce: 32,
    seconds: options.seconds,
    warmUpSeconds,
  }
  const cpu = watchCpu(server.pids)
  const loaded = await runJob<JourneysLoaded>('journey-load.ts', wish, { folder, core: 1 })
  const busy = cpu.per(loaded.done.length)
  await server.stop()
  return { ...loaded, ...busy, checked: checkSittings(server.data, world.course, loaded.done) }
}
