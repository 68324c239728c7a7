import { constants, cpSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { type Context, dataIn } from '#tests/bench/context.ts'
import { cookieOf } from '#tests/bench/cookie.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { runJob } from '#tests/bench/job.ts'
import type { KeptAll } from '#tests/bench/keep-all.ts'
import { load } from '#tests/bench/load.ts'
import { madeProvince } from '#tests/bench/made-province.ts'
import type { Managed } from '#tests/bench/seed-managers.ts'
import { type Serving, startServer } from '#tests/bench/serving.ts'

const users = 8
const limitMs = 300
/** What a province has in office: the aim is told for so many. */
const staff = 60_000

/** How everybody of the demonstration province stands, worked out for a day, and the pages of those who look at it. */
export async function measureStandings(context: Context): Promise<Figure[]> {
  const made = await madeProvince()
  const data = mkdtempSync(join(context.folder, 'standings-'))
  cpSync(made.folder, data, { recursive: true, mode: constants.COPYFILE_FICLONE })
  const settings = { folder: context.folder, env: dataIn(data) }
  const managed = await runJob<Managed>('seed-managers.ts', users, settings)
  const turned = await runJob<KeptAll>('keep-all.ts', null, settings)
  const again = await runJob<KeptAll>('keep-all.ts', null, settings)
  const own: Context = { ...context, memory: [] }
  const server = await startServer(own, { name: 'standings', data, isPinned: true })
  const pages: Figure[] = []
  for (const [name, unitId, managers] of [
    ['the province', managed.province, managed.ofProvince],
    ['the largest commune', managed.commune, managed.ofCommune],
  ] as const)
    for (const [page, path] of [
      ['figures', `/units/${unitId}/standings`],
      ['people', `/units/${unitId}/standings/people`],
      ['people who are late', `/units/${unitId}/standings/people?standing=overdue`],
      ['what is asked', `/units/${unitId}/requirements`],
    ] as const)
      pages.push(await pageFigure(own, server, { name: `${page} of ${name}`, path, managers }))
  await server.stop()
  return [keptFigure('a new day, what changed is written', turned), keptFigure('worked out once more', again), ...pages]
}

function keptFigure(what: string, { people, changed, seconds, cpuSeconds }: KeptAll): Figure {
  const value = (seconds / people) * staff
  const details = { people, changed, seconds, 'CPU s': cpuSeconds }
  return figure({ name: `standing of 60,000: ${what}`, value, unit: 's', aim: { atMost: 10 }, details })
}

type Page = { name: string; path: string; managers: Managed['ofProvince'] }

async function pageFigure(context: Context, server: Serving, { name, path, managers }: Page): Promise<Figure> {
  const asking = managers.map((manager) => ({ path, cookie: cookieOf(manager) }))
  const loaded = await load(context, server, { users: asking, connections: users })
  const details = { 'p50 ms': loaded.p50, 'server CPU ms': loaded.cpuMicros / 1000 }
  return figure({
    name: `standings: ${name}, p95 at ${users} users`,
    value: loaded.p95,
    unit: 'ms',
    aim: { atMost: limitMs },
    details,
  })
}
