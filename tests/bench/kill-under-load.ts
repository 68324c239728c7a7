import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import type { Context } from '#tests/bench/context.ts'
import type { EventLoad, EventsLoaded, Sender } from '#tests/bench/event-load.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { runJob } from '#tests/bench/job.ts'
import { startServer } from '#tests/bench/serving.ts'

/** kill -9 in the middle of the load, start again on the same data, and look for every answer that was acknowledged. */
export async function killUnderLoad(context: Context, senders: Sender[]): Promise<Figure> {
  const { seconds } = context.options
  const server = await startServer(context, { name: 'killed' })
  const wish: EventLoad = { port: server.port, senders, connections: 64, seconds, warmUpSeconds: 1, isToDie: true }
  const loading = runJob<EventsLoaded>('event-load.ts', wish, { folder: context.folder })
  await wait((seconds / 2 + 1.5) * 1000)
  await server.kill()
  const { acknowledged } = await loading
  const again = await startServer(context, { name: 'restarted', data: server.data })
  const lost = acknowledged.length - keptOf(server.data, acknowledged)
  await again.stop()
  if (acknowledged.length === 0) throw new Error('no answer was acknowledged before the kill')
  return figure({
    name: 'answers lost by kill -9',
    value: lost,
    unit: 'answers',
    aim: { atMost: 0 },
    details: { acknowledged: acknowledged.length },
  })
}

function keptOf(data: string, ids: string[]): number {
  const connection = new Database(join(data, 'ben-so.db'), { readonly: true })
  const kept = new Set(connection.prepare<[], string>('SELECT id FROM events').pluck().all())
  connection.close()
  return ids.filter((id) => kept.has(id)).length
}
