import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { and, count, countDistinct, eq, inArray, lt } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { certificates } from '#app/certificates/schema.ts'
import { db } from '#app/db/db.server.ts'
import { type Day, startOf } from '#app/i18n/day.ts'
import { rebuild } from '#app/ledger/rebuild.server.ts'
import { events } from '#app/ledger/schema.ts'
import { byVietnameseName } from '#app/people/name.ts'
import { signIn } from '#app/people/sign-in.server.ts'
import { standings } from '#app/requirements/schema.ts'
import { sumTotals } from '#app/units/memberships/sum-totals.server.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { mainMemberships, memberships, unitLines } from '#app/units/schema.ts'
import { treeAt } from '#app/units/tree/tree-at.server.ts'
import { districts } from '#tests/demo/communes.ts'
import { dump } from '#tests/demo/dump.ts'
import type { Province } from '#tests/demo/province.ts'
import { signIns } from '#tests/demo/sign-in-list.mjs'
import { projectionsOf } from '#tests/projections.ts'
import { aSmallProvince } from '#tests/province.ts'
import { expectStandingsKept } from '#tests/standings-kept.ts'
import { temporaryFolder } from '#tests/temporary-folder.ts'
import { peopleOf } from '#tests/unit-reading.ts'

const root = 'command-line'
const [eve, day, last] = ['2025-06-30', '2025-07-01', '2026-06-30']
const elsewhere = madeElsewhere()
let province: Province

beforeAll(async () => {
  province = await aSmallProvince()
})

test('the same seed makes the same province in another process, ids and names included', async () => {
  const [here, there] = [await dump(), await elsewhere]
  expect(here.length).toBeGreaterThan(500)
  expect(there).toEqual(here)
}, 120_000)

test('the merger leaves the number of people as it was, each counted once', async () => {
  const { old, merged } = province
  const before = await headsOf([old.tienGiang, old.dongThap], eve)
  expect(before).toBeGreaterThan(250)
  expect(await headsOf([merged.dongThap], day)).toBe(before)
  for (const on of ['2024-07-01', eve]) {
    expect(await headsOf([old.tienGiang, old.dongThap], on)).toBe(await peopleWithPlace(on))
  }
  for (const on of [day, last]) expect(await headsOf([merged.dongThap], on)).toBe(await peopleWithPlace(on))
})

test('the merger leaves papers and hours as they were', async () => {
  const { old, merged } = province
  const before = await learntIn([old.tienGiang, old.dongThap], eve)
  expect(before.papers).toBeGreaterThan(2)
  expect(before.hours).toBeGreaterThan(0)
  expect(await learntIn([merged.dongThap], day)).toEqual(before)
})

test('units above are the sum of their own people and those below', async () => {
  for (const on of [eve, day, last])
    for (const { unitId } of await treeAt(root, on)) {
      const totals = await sumTotals(unitId, on)
      const below = totals?.children.reduce((sum, { total }) => sum + total.people, 0) ?? 0
      expect(totals?.all.people).toBe((totals?.own.people ?? 0) + below)
    }
})

test('there are six communes, no district and one province after the merger', async () => {
  const types = (await treeAt(root, day)).map(({ type }) => type)
  const countOf = (...wanted: string[]) => types.filter((type) => wanted.includes(type)).length
  expect([countOf('xa', 'phuong', 'thi_tran'), countOf('huyen'), countOf('tinh')]).toEqual([6, 0, 1])
  expect(countOf('doanh_nghiep')).toBe(3)
})

test('the list of communes has 57 formed from 164, as the decree counts them', () => {
  const communes = districts.flatMap((district) => district.communes)
  const old = communes.flatMap(({ from }) => from)
  const countOf = (units: Array<{ type: string }>, type: string) => units.filter((unit) => unit.type === type).length
  expect([districts.length, communes.length, countOf(communes, 'phuong')]).toEqual([11, 57, 13])
  expect(['xa', 'phuong', 'thi_tran'].map((type) => countOf(old, type))).toEqual([135, 21, 8])
  expect(new Set(communes.map(({ code }) => code)).size).toBe(57)
})

test('names stand in the order of Vietnamese lists', async () => {
  const page = await peopleOf(root, { unitId: province.merged.dongThap, day: last })
  const names = page?.people.map(({ fullName }) => fullName) ?? []
  expect(names.length).toBeGreaterThan(40)
  expect(names).toEqual([...names].sort(byVietnameseName))
})

test('what was learnt is what the ledger makes of its own events', async () => {
  const { learners, papers } = province.learnt
  expect(papers).toBeGreaterThan(8)
  for (const person of learners) {
    const before = await projectionsOf(person)
    await rebuild(root, { personId: person.id })
    expect(await projectionsOf(person)).toEqual(before)
  }
  expect(await rowsOf(certificates)).toBe(papers)
  expect(await rowsOf(events)).toBeGreaterThan(500)
})

test('papers are numbered without gaps, year by year', async () => {
  const rows = await db.select({ year: certificates.year, number: certificates.number }).from(certificates)
  for (const year of new Set(rows.map((row) => row.year))) {
    const numbers = rows.filter((row) => row.year === year).map(({ number }) => number)
    expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, place) => place + 1))
  }
})

test('each role can sign in with the password that is printed', async () => {
  for (const account of Object.keys(signIns.people))
    expect(await signIn({ account, password: signIns.password, device: '', isShared: false })).toMatchObject({
      person: { id: province.signIns[account]?.id },
    })
})

async function headsOf(unitIds: string[], on: Day): Promise<number> {
  let heads = 0
  for (const unitId of unitIds) heads += (await sumTotals(unitId, on))?.all.people ?? 0
  return heads
}

/** Counted apart from the totals: whoever belongs anywhere that day. */
async function peopleWithPlace(on: Day): Promise<number> {
  const [row] = await db
    .select({ people: countDistinct(memberships.personId) })
    .from(memberships)
    .where(onDay(memberships, on))
  return row?.people ?? 0
}

/** Papers, and the hours on them, that people of these units had by that day. */
async function learntIn(unitIds: string[], on: Day) {
  const rows = await db
    .select({ facts: certificates.facts })
    .from(unitLines)
    .innerJoin(mainMemberships, eq(mainMemberships.unitId, unitLines.unitId))
    .innerJoin(certificates, eq(certificates.personId, mainMemberships.personId))
    .where(
      and(
        inArray(unitLines.ancestorId, unitIds),
        onDay(unitLines, on),
        onDay(mainMemberships, on),
        lt(certificates.issuedAt, startOf(day)),
      ),
    )
  return { papers: rows.length, hours: rows.reduce((hours, { facts }) => hours + facts.hours, 0) }
}

async function rowsOf(table: typeof certificates | typeof events): Promise<number> {
  const [row] = await db.select({ rows: count() }).from(table)
  return row?.rows ?? 0
}

/** The same province in SQLite, whatever this file runs on: both engines make the same one. */
async function madeElsewhere(): Promise<string[]> {
  const folder = temporaryFolder('province')
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/demo/print-dump.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATA_DIR: folder, DATABASE_URL: `file:${join(folder, 'ben-so.db')}` },
  })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  await new Promise((done) => child.once('close', done))
  return Buffer.concat(chunks).toString().split('\n')
}

test('people stand in every way to what is asked of them, and the figures are their sums', async () => {
  const rows = await db.selectDistinct({ standing: standings.standing }).from(standings)
  expect(rows.map(({ standing }) => standing)).toEqual(
    expect.arrayContaining(['due', 'soon', 'overdue', 'done', 'excused']),
  )
  await expectStandingsKept()
})
