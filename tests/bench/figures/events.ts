import { join } from 'node:path'
import { compare } from '#tests/bench/compare.ts'
import type { Context } from '#tests/bench/context.ts'
import { cookieOf } from '#tests/bench/cookie.ts'
import type { EventLoad, EventsLoaded, Sender } from '#tests/bench/event-load.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import type { InsertLimit } from '#tests/bench/insert-limit.ts'
import { runJob } from '#tests/bench/job.ts'
import { killUnderLoad } from '#tests/bench/kill-under-load.ts'
import { watchCpu } from '#tests/bench/processes.ts'
import { startServer } from '#tests/bench/serving.ts'

/** POST /events with one answer each, 64 at a time, distinct people: beside single synced inserts, then with kill -9. */
export async function measureEvents(context: Context): Promise<Figure[]> {
  return [
    await rateOf(context, 'practice answers', practising(context)),
    await rateOf(context, 'exam answers', sitting(context)),
    await killUnderLoad(context, sitting(context)),
  ]
}

async function rateOf(context: Context, name: string, senders: Sender[]): Promise<Figure> {
  const { folder, options } = context
  const server = await startServer(context, { name, isPinned: true })
  const limit: InsertLimit = {
    file: join(server.data, 'limit.db'),
    seconds: options.seconds,
    content: JSON.stringify(senders[0]?.answers[0]),
  }
  const wish: EventLoad = {
    port: server.port,
    senders,
    connections: 64,
    seconds: options.seconds,
    warmUpSeconds: 1,
    isToDie: false,
  }
  const seen = await compare(
    context,
    () => runJob<{ perSecond: number }>('insert-limit.ts', limit, { folder, core: 0 }),
    async () => {
      const cpu = watchCpu(server.pids)
      const loaded = await runJob<EventsLoaded>('event-load.ts', wish, { folder, core: 1 })
      if (loaded.wrong > 0) throw new Error(`${loaded.wrong} ${name} were not received`)
      return { ...loaded, ...cpu.per(loaded.answers) }
    },
  )
  await server.stop()
  return figure({
    name,
    value: seen.value,
    unit: 'events/s',
    limit: { name: 'better-sqlite3, one synced row a commit', value: seen.limit },
    ratio: seen.ratio,
    aim: { atLeast: 0.4 },
    details: { 'p95 ms': seen.p95, 'server CPU µs': seen.cpuMicros },
  })
}

/** 256 people, each answering every practice question in turn. */
function practising({ world }: Context): Sender[] {
  const { edition, practice } = world.course
  const answers = practice.map((asked) => ({ edition, kind: 'practice.answered' as const, ...asked }))
  return world.people.slice(0, 256).map((person) => ({ cookie: cookieOf(person), answers }))
}

/** Everybody with an open exam, each answering every question of their paper in turn. */
function sitting({ world }: Context): Sender[] {
  const { edition, pool } = world.course
  return world.attempts.map(({ attempt, questions }, place) => ({
    cookie: cookieOf(world.people[place] ?? { token: '' }),
    answers: questions.map((question) => ({
      edition,
      kind: 'attempt.answered' as const,
      attempt,
      question,
      fields: pool[question]?.right ?? [],
    })),
  }))
}
