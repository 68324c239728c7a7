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

const users = 16
const limitMs = 200
/** A day on which the old units stood. */
const eve = '2025-06-30'
/** A server that serves a province is warm: without this the first page measured pays for compiling what all of them run. */
const warmUpSeconds = 15

/** The pages of units and people on the demonstration province, for managers of all of it and of its largest commune. */
export async function measureProvince(context: Context): Promise<Figure[]> {
  const made = await madeProvince()
  const data = mkdtempSync(join(context.folder, 'province-'))
  cpSync(made.folder, data, { recursive: true, mode: constants.COPYFILE_FICLONE })
  const settings = { folder: context.folder, env: dataIn(data) }
  const managed = await runJob<Managed>('seed-managers.ts', users, settings)
  // Otherwise the server would work out the standings of all while it is measured, on the same core: a province was not
  // made yesterday. What that takes is a figure of its own (standings).
  await runJob<KeptAll>('keep-all.ts', { isGentle: false, isForgotten: false }, settings)
  // Its pages of a database of 1.3 GB count as memory of the process: told here, and not with the other servers'.
  const own: Context = { ...context, memory: [] }
  const server = await startServer(own, { name: 'province', data, isPinned: true })
  await warmUp(own, server, managed)
  const pages: Figure[] = []
  for (const page of pagesOf(managed)) pages.push(await figureOf(own, server, managed, page))
  await server.stop()
  const memory = Object.fromEntries(own.memory.map((held) => [`${held.process}, MB`, Math.round(held.megabytes)]))
  const making = { name: 'demonstration province: making it', value: made.seconds, unit: 's', aim: { atMost: 300 } }
  return [figure({ ...making, details: { at: made.at, ...memory } }), ...pages]
}

type Page = { name: string; ofProvince?: string; ofCommune?: string }

/** What each of the two managers asks for; a page is as slow as it is for the one who waits longer. */
function pagesOf({ province, commune, names }: Managed): Page[] {
  const both = (path: string) => ({ ofProvince: path, ofCommune: path })
  const find = (name: string) => both(`/admin/people?q=${encodeURIComponent(name)}`)
  const each = (rest: string) => ({ ofProvince: `/units/${province}${rest}`, ofCommune: `/units/${commune}${rest}` })
  return [
    { name: 'tree', ...both('/units') },
    { name: 'tree before the merger', ...both(`/units?day=${eve}`) },
    { name: 'the province with its people', ofProvince: `/units/${province}` },
    { name: 'the largest commune with its people', ...both(`/units/${commune}`) },
    { name: 'who waits for a place', ...each('?waiting=1') },
    { name: 'taking people in', ...each('/memberships') },
    { name: 'people, a common name', ...find(names.common) },
    { name: 'people, a rare name', ...find(names.rare) },
    { name: "people, nobody's name", ...find(names.none) },
  ]
}

/** Every page at once, each asked over and over by one who sees it, until the code of all is compiled as it stays. */
async function warmUp(context: Context, server: Serving, managed: Managed) {
  const asking = pagesOf(managed).flatMap(({ ofProvince, ofCommune }) => [
    ...askedBy(managed.ofProvince.slice(0, 1), ofProvince),
    ...askedBy(managed.ofCommune.slice(0, 1), ofCommune),
  ])
  const options = { ...context.options, seconds: warmUpSeconds }
  await load({ ...context, options }, server, { users: asking, connections: asking.length })
}

function askedBy(managers: Managed['ofProvince'], path?: string) {
  return path === undefined ? [] : managers.map((manager) => ({ path, cookie: cookieOf(manager) }))
}

async function figureOf(context: Context, server: Serving, managed: Managed, page: Page): Promise<Figure> {
  const details: Record<string, number> = {}
  const p95s: number[] = []
  for (const [who, path, managers] of [
    ['province', page.ofProvince, managed.ofProvince],
    ['commune', page.ofCommune, managed.ofCommune],
  ] as const) {
    if (!path) continue
    const loaded = await load(context, server, { users: askedBy(managers, path), connections: users })
    details[`p50 ms, manager of the ${who}`] = loaded.p50
    details[`p95 ms, manager of the ${who}`] = loaded.p95
    details[`server CPU ms, manager of the ${who}`] = loaded.cpuMicros / 1000
    p95s.push(loaded.p95)
  }
  const name = `200,000 people: ${page.name}, p95 at ${users} users`
  return figure({ name, value: Math.max(...p95s), unit: 'ms', aim: { atMost: limitMs }, details })
}
