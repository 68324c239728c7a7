import { eq, isNull, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db, write } from '#app/db/db.server.ts'
import { notices, outbox } from '#app/messages/schema.ts'
import { people } from '#app/people/schema.ts'
import {
  exceptions,
  reminders,
  requirements,
  standingChanges,
  standings,
  standingVersions,
} from '#app/requirements/schema.ts'
import { merge } from '#app/units/reorganisations/merge.server.ts'
import { mainMemberships, unitLines } from '#app/units/schema.ts'
import { aCertifiedEdition } from '#tests/certificates.ts'
import type { Province } from '#tests/demo/province.ts'
import { aSmallProvince } from '#tests/province.ts'
import { aHead } from '#tests/reminding.ts'
import { aCourseOf, allOf, aRequirement } from '#tests/requirements.ts'
import { aDecision, done } from '#tests/units.ts'
import { compareSent } from '#tests/year/compare-sent.ts'
import { compareTold, type Told } from '#tests/year/compare-told.ts'
import { liveThrough } from '#tests/year/live-through.ts'
import { yearServers } from '#tests/year/servers.ts'

const isShort = process.env.TEST_ENGINE === 'postgres'
const span = isShort ? 'four months, as PostgreSQL takes longer' : 'a year'
const firstDay = '2025-09-01'
const lastDay = isShort ? '2025-12-31' : '2026-08-31'
const mergerDay = isShort ? '2025-11-01' : '2026-03-01'

let servers: Awaited<ReturnType<typeof yearServers>>
let province: Province
let told: Told

beforeAll(async () => {
  servers = await yearServers()
  const { smtpUrl, gatewayUrl } = servers
  province = await aSmallProvince()
  await forgetWhatWasAsked()
  const editions = [await aCertifiedEdition(), await aCertifiedEdition(), await aCertifiedEdition()]
  const runs = await liveThrough({
    ...{ firstDay, lastDay, mergerDay, merge: mergeTwo, clockBackDay: '2025-11-20' },
    staff: await officialsOf(province.merged.dongThap),
    editions,
    requirements: await ask(await Promise.all(editions.map(aCourseOf))),
    chance: { done: 0.004, excused: 0.3 },
    servers: { smtpUrl, gatewayUrl },
  })
  told = await compareTold(runs, { hasGateway: false })
}, 900_000)
afterAll(() => servers.close())

const none = { missing: [], wrong: [], double: [] }

test(`over ${span}, with runs missed, repeated and a clock set back, each step is taken once, of whom and when it should be`, () => {
  expect(told.steps).toMatchObject(none)
  expect(told.steps.expected).toBeGreaterThan(isShort ? 100 : 500)
  expect(Object.keys(told.kinds)).toHaveLength(5)
})

test(`over ${span}, the right people were told, one message a day, and heads and agencies of whom they should be`, () => {
  expect(told.learners).toMatchObject(none)
  expect(told.reports).toMatchObject(none)
  expect(told.learners.expected).toBeGreaterThan(100)
  expect(told.reports.expected).toBeGreaterThan(10)
})

test(`over ${span}, every message was sent once, by a real mail server, by day and to whom it was for`, async () => {
  expect(told.messages).toMatchObject(none)
  const sent = await compareSent(servers.gather())
  expect(sent).toMatchObject(none)
  expect(sent.expected).toBe(told.messages.expected)
  expect(sent.expected).toBeLessThan(told.learners.expected + told.reports.expected)
  expect(await db.select().from(outbox).where(isNull(outbox.sentAt))).toEqual([])
})

/** The demonstration asks things of its own; here only what this file asks counts. A quarter of all can be written to, and all heads. */
async function forgetWhatWasAsked() {
  await write(async (tx) => {
    await tx.update(requirements).set({ publishedAt: null })
    for (const kept of [standings, standingChanges, standingVersions, reminders, notices, outbox, exceptions])
      await tx.delete(kept)
    await tx.update(people).set({ email: null })
    await tx
      .update(people)
      .set({ email: sql`${people.id} || '@example.vn'` })
      .where(sql`substr(${people.id}, 36, 1) < '4'`)
  })
  const { merged } = province
  for (const unitId of [merged.dongThap, merged.khcn, ...merged.departments.slice(0, 2), merged.communes.myTho])
    await aHead(unitId, 'manager', firstDay)
  await aHead(merged.khcn, 'training-officer', firstDay)
}

/** One of each kind of window, of the whole province, of departments and of a commune. */
async function ask([a = '', b = '', c = '']: string[]): Promise<string[]> {
  const { dongThap, khcn, departments, communes } = province.merged
  const categories = ['can_bo' as const, 'cong_chuc' as const, 'vien_chuc' as const]
  const day = { fromDay: firstDay, decisionDay: firstDay }
  const fixed = { kind: 'fixed' as const, opensDay: firstDay, dueDay: '2025-11-30' }
  const quarterly = { kind: 'recurring' as const, firstDay: '2025-10-01', everyMonths: 3 }
  return [
    await aRequirement({
      ...day,
      unitId: dongThap,
      courseIds: [a],
      window: fixed,
      graceDays: 5,
      clauses: [{ ...allOf(dongThap), categories }],
    }),
    await aRequirement({
      ...day,
      unitId: khcn,
      courseIds: [b],
      title: 'An toàn thông tin',
      window: quarterly,
      graceDays: 3,
      clauses: [allOf(khcn), ...departments.slice(0, 2).map(allOf)],
    }),
    await aRequirement({
      ...day,
      unitId: communes.myTho,
      courseIds: [a, c],
      title: 'Dịch vụ công',
      window: { kind: 'joining', days: 45 },
      clauses: [{ ...allOf(communes.myTho), categories }],
    }),
  ]
}

async function officialsOf(unitId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ personId: mainMemberships.personId })
    .from(unitLines)
    .innerJoin(mainMemberships, eq(mainMemberships.unitId, unitLines.unitId))
    .where(eq(unitLines.ancestorId, unitId))
  return rows.map(({ personId }) => personId).sort()
}

async function mergeTwo() {
  const { khcn, departments, dongThap } = province.merged
  const into = { make: { name: 'Sở Kinh tế và Công nghệ', type: 'so_nganh' as const, parentId: dongThap } }
  const unitIds = [khcn, ...departments.filter((id) => id !== khcn).slice(0, 1)]
  done(await merge('command-line', { decision: aDecision(mergerDay), unitIds, into }))
}
