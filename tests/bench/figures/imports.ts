import { mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Context, dataIn } from '#tests/bench/context.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import type { Imported, ImportLists } from '#tests/bench/import-lists.ts'
import { runJob } from '#tests/bench/job.ts'
import { learners, learning } from '#tests/bench/learning.ts'
import type { Paced } from '#tests/bench/paced-load.ts'
import { watchMemoryBelow } from '#tests/bench/processes.ts'
import { type Serving, startServer } from '#tests/bench/serving.ts'

type Round = Imported & { kind: string; megabytes: number; during: Paced }

/** Lists of 50,000 people are taken in by the server's worker while learners go on: all cores, nothing pinned. */
export async function measureImports(context: Context): Promise<Figure[]> {
  const people = context.options.isQuick ? 5_000 : 50_000
  const server = await startServer(context, { name: 'imports' })
  await learning(context, server, { seconds: 3 }) // a server that has been up for a while
  const before = await learning(context, server, { seconds: 10 })
  const rounds: Round[] = []
  for (const kind of ['xlsx', 'csv'] as const) rounds.push(await importing(context, server, { kind, people }))
  const after = await learning(context, server, { seconds: 10 })
  await server.stop()
  const alone = (before.requests + after.requests) / (before.seconds + after.seconds)
  const requests = rounds.reduce((sum, { during }) => sum + during.requests, 0)
  const perSecond = requests / rounds.reduce((sum, { during }) => sum + during.seconds, 0)
  const slowest = Math.max(...rounds.map(({ during }) => during.slowest))
  const name = (what: string) => `import of ${people.toLocaleString('en')}: ${what}`
  return [
    ...rounds.map(({ kind, readSeconds, checkSeconds, takeInSeconds, joined }) =>
      figure({
        name: name(`${kind.toUpperCase()} read, checked and taken in`),
        value: readSeconds + checkSeconds + takeInSeconds,
        unit: 's',
        aim: { atMost: 60 },
        details: { 'read s': readSeconds, 'check s': checkSeconds, 'take in s': takeInSeconds, joined },
      }),
    ),
    figure({
      name: name('memory of the worker and its reader'),
      value: Math.max(...rounds.map(({ megabytes }) => megabytes)),
      unit: 'MB',
      aim: { atMost: 500 },
    }),
    figure({
      name: name(`what ${learners} learners ask for meanwhile`),
      value: perSecond,
      unit: 'requests/s',
      limit: { name: 'the same without it', value: alone },
      ratio: perSecond / alone,
      aim: { atLeast: 0.9 },
      details: {
        'p95 ms': Math.max(...rounds.map(({ during }) => during.p95)),
        'p95 ms without it': Math.max(before.p95, after.p95),
        'slowest ms': slowest,
      },
    }),
  ]
}

async function importing(
  context: Context,
  server: Serving,
  { kind, people }: Omit<ImportLists, 'folder'>,
): Promise<Round> {
  const folder = mkdtempSync(join(context.folder, 'list-'))
  const until = join(folder, 'over')
  const memory = watchMemoryBelow(server.pids[0] ?? 0, server.pids)
  const load = learning(context, server, { seconds: 300, until })
  try {
    const value: ImportLists = { folder, people, kind }
    const env = dataIn(server.data)
    const imported = await runJob<Imported>('import-lists.ts', value, { folder: context.folder, env })
    if (imported.joined !== people) throw new Error(`${imported.joined} of ${people} people were taken in`)
    writeFileSync(until, '')
    return { ...imported, kind, megabytes: memory.stop(), during: await load }
  } finally {
    writeFileSync(until, '')
    memory.stop()
    await load.catch(() => {})
  }
}
