import { constants, cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Context, dataIn } from '#tests/bench/context.ts'
import { cookieOf } from '#tests/bench/cookie.ts'
import { type Figure, figure } from '#tests/bench/figure.ts'
import { runJob } from '#tests/bench/job.ts'
import type { KeepAll, KeptAll } from '#tests/bench/keep-all.ts'
import { learners, learning } from '#tests/bench/learning.ts'
import { load } from '#tests/bench/load.ts'
import { madeProvince } from '#tests/bench/made-province.ts'
import type { Paced } from '#tests/bench/paced-load.ts'
import { postgresProvince } from '#tests/bench/postgres-province.ts'
import type { Managed } from '#tests/bench/seed-managers.ts'
import { type Serving, startServer } from '#tests/bench/serving.ts'
import type { World } from '#tests/bench/world.ts'

const users = 8
const limitMs = 300
/** What a province has in office: the aim is told for so many. */
const staff = 60_000

/** A day that is past, on which the demonstration province was kept. */
const past = '2026-06-30'

/** A province to measure: its folder of data, the environment that leads to its database, and what is said behind each name. */
type Place = { data: string; env: Record<string, string>; on: string }

/** How everybody of the demonstration province stands, worked out for a day, and the pages of those who look at it. */
export async function measureStandings(context: Context): Promise<Figure[]> {
  const made = await madeProvince()
  const data = mkdtempSync(join(context.folder, 'standings-'))
  cpSync(made.folder, data, { recursive: true, mode: constants.COPYFILE_FICLONE })
  return measureIn(context, { data, env: dataIn(data), on: '' })
}

/** The same on PostgreSQL, which shares the machine and is on no core of its own. */
export async function measureStandingsOnPostgres(context: Context): Promise<Figure[]> {
  const province = await postgresProvince(context.folder)
  try {
    const { data, url, seconds: value } = province
    const place = { data, env: { ...dataIn(data), DATABASE_URL: url }, on: ', on PostgreSQL' }
    const aim = { atMost: 300 }
    const moving = { name: 'demonstration province: restoring it into PostgreSQL', value, unit: 's', aim }
    return [figure(moving), ...(await measureIn(context, place))]
  } finally {
    await province.stop()
  }
}

async function measureIn(context: Context, place: Place): Promise<Figure[]> {
  const { data, env, on } = place
  const settings = { folder: context.folder, env }
  const managed = await runJob<Managed>('seed-managers.ts', users, settings)
  const keepAll = (how: Partial<KeepAll> = {}) =>
    runJob<KeptAll>('keep-all.ts', { isGentle: false, isForgotten: false, ...how }, settings)
  const turned = await keepAll()
  const again = await keepAll()
  const own: Context = { ...context, memory: [] }
  const server = await startServer(own, { name: `standings${on}`, data, env, isPinned: true })
  const pages: Figure[] = []
  for (const page of pagesOf(managed)) pages.push(await pageFigure(own, server, page))
  await server.stop()
  const figures = [
    keptFigure('a new day, what changed is written', turned),
    keptFigure('worked out once more', again),
    ...(await meanwhile(own, place, keepAll)),
    ...pages,
  ]
  return figures.map((figure) => ({ ...figure, name: `${figure.name}${on}` }))
}

function pagesOf({ province, commune, ofProvince, ofCommune, names, asked, draftId }: Managed): Page[] {
  const found = `?q=${encodeURIComponent(names.common.split(' ').slice(0, 2).join(' '))}`
  const person = `/units/${commune}/learners/${asked.personId}`
  const common = [
    ['figures', ''],
    ['people', '/people'],
    ['people who are late', '/people?standing=overdue'],
    ['a common name', `/people${found}`],
    ['people on a day that is past', `/people?day=${past}`],
  ] as const
  const both = [
    ['the province', province, ofProvince],
    ['the largest commune', commune, ofCommune],
  ] as const
  return [
    ...both.flatMap(([name, unitId, managers]) => [
      ...common.map(([page, rest]) => ({
        name: `${page} of ${name}`,
        path: `/units/${unitId}/standings${rest}`,
        managers,
      })),
      { name: `what is asked of ${name}`, path: `/units/${unitId}/requirements`, managers },
    ]),
    { name: 'one person', path: person, managers: ofCommune },
    {
      name: 'the events behind one standing',
      path: `${person}?requirement=${asked.requirementId}`,
      managers: ofCommune,
    },
    {
      name: 'whom a draft for all staff of the province would ask',
      path: `/requirements/${draftId}`,
      managers: ofProvince,
    },
    { name: 'hours of the largest commune', path: `/units/${commune}/hours`, managers: ofCommune },
  ]
}

/** Learners go on while the keeper works beside the server as it does in it: looking at everybody, and writing everything anew. */
async function meanwhile(
  context: Context,
  { data, env, on }: Place,
  keepAll: (how: Partial<KeepAll>) => Promise<KeptAll>,
): Promise<Figure[]> {
  const world = await runJob<World>('seed.ts', null, { folder: context.folder, env })
  const here = { folder: context.folder, world }
  await keepAll({}) // nothing is left for the server's own keeper
  const server = await startServer(context, { name: `standings beside learners${on}`, data, env })
  await learning(here, server, { seconds: 3 })
  const figures: Figure[] = []
  for (const what of ['looked at', 'written anew'] as const) {
    const before = await learning(here, server, { seconds: 10 })
    if (what === 'written anew') await keepAll({ isForgotten: true })
    const until = join(context.folder, `kept-${figures.length}`)
    const load = learning(here, server, { seconds: 300, until })
    const kept = await keepAll({ isGentle: true }).finally(() => writeFileSync(until, ''))
    figures.push(learnersFigure(what, kept, { during: await load, before }))
  }
  await server.stop()
  return figures
}

function learnersFigure(what: string, kept: KeptAll, { during, before }: { during: Paced; before: Paced }): Figure {
  return figure({
    name: `standings: what ${learners} learners ask for while everybody is ${what}`,
    value: during.perSecond,
    unit: 'requests/s',
    limit: { name: 'the same without it', value: before.perSecond },
    ratio: during.perSecond / before.perSecond,
    aim: { atLeast: 0.9 },
    details: {
      'keeper s': kept.seconds,
      changed: kept.changed,
      'p95 ms': during.p95,
      'p95 ms without it': before.p95,
      'slowest ms': during.slowest,
    },
  })
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
