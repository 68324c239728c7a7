import { eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db, write } from '#app/db/db.server.ts'
import { addDays } from '#app/i18n/calendar.ts'
import { type Day, dayOf } from '#app/i18n/day.ts'
import { deliverDue } from '#app/messages/deliver.server.ts'
import { notices, outbox } from '#app/messages/schema.ts'
import { changedInTx } from '#app/people/changed-in-tx.server.ts'
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
import { never } from '#app/units/unit.ts'
import { aCertifiedEdition, award } from '#tests/certificates.ts'
import { Dice } from '#tests/demo/dice.ts'
import type { Province } from '#tests/demo/province.ts'
import { type Expected, expectedOf } from '#tests/expected-reminders.ts'
import { aMailServer, type MailServer } from '#tests/mail-server.ts'
import { aSmallProvince } from '#tests/province.ts'
import { aHead, remindOn } from '#tests/reminding.ts'
import { aCourseOf, allOf, aRequirement } from '#tests/requirements.ts'
import { aDecision, done } from '#tests/units.ts'

const isShort = process.env.TEST_ENGINE === 'postgres'
const span = isShort ? 'four months, as PostgreSQL takes longer' : 'a year'
const firstDay = '2025-09-01'
const lastDay = isShort ? '2025-12-31' : '2026-08-31'
const mergerDay = isShort ? '2025-11-01' : '2026-03-01'
const clockBackDay = '2025-11-20'

let server: MailServer
let province: Province
let expected: Expected
const runs: Day[] = []

beforeAll(async () => {
  server = await aMailServer()
  province = await aSmallProvince()
  await forgetWhatWasAsked()
  const courses = await someCourses()
  const asked = await ask(courses.map(({ courseId }) => courseId))
  const staff = await officialsOf(province.merged.dongThap)
  const dice = new Dice('a year of reminders')
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) {
    if (day === mergerDay) await mergeTwo()
    for (const personId of staff)
      if (dice.isLucky(0.004)) await award({ id: personId }, dice.pick(courses).editionId, early(day))
    if (dice.isLucky(0.3)) await excuse(dice.pick(staff), dice.pick(asked), day, dice)
    if (dice.isLucky(0.12)) continue // the server was off
    if (day === clockBackDay) await runOn(addDays(day, -3))
    await runOn(day)
    if (dice.isLucky(0.2)) await remindOn(day)
    await deliverAll(day)
  }
  expected = await expectedOf(runs)
}, 900_000)
afterAll(() => server.close())

async function runOn(day: Day) {
  const run = await remindOn(day)
  if (run && !run.wasMade) runs.push(day)
}

test(`over ${span}, with runs missed, repeated and a clock set back, each step is taken once, of whom and when it should be`, async () => {
  const rows = await db.select().from(reminders).where(eq(reminders.isSent, true))
  const made = rows.map(({ isSent: _, ...row }) => row)
  expect(made.map(lineOf).sort()).toEqual(expected.steps.map(lineOf).sort())
  expect(made.length).toBeGreaterThan(isShort ? 100 : 500)
  expect(new Set(made.map(({ step }) => step)).size).toBe(5)
})

test(`over ${span}, every message was sent once, by a real mail server, to the right people, one a day`, async () => {
  const told = await db
    .select()
    .from(notices)
    .where(inArray(notices.kind, ['reminder', 'report']))
  const byKind = (kind: string) =>
    told.filter((one) => one.kind === kind).map(({ createdAt, personId }) => `${dayOf(createdAt)} ${personId}`)
  expect(byKind('reminder').sort()).toEqual([...expected.learners].sort())
  expect(byKind('report').sort()).toEqual([...expected.reports.keys()].sort())
  for (const report of told.filter(({ kind }) => kind === 'report')) {
    const names = expected.reports.get(`${dayOf(report.createdAt)} ${report.personId}`)
    expect(report.body.match(/^- /gm)).toHaveLength(names?.size ?? 0)
  }

  const wanted = told.filter(({ personId }) => addressOf.has(personId))
  const [sent, received] = [new Map<string, number>(), new Map<string, number>()]
  for (const { personId, subject } of wanted) count(sent, `${addressOf.get(personId)} ${subject}`)
  for (const { to, headers } of server.letters) count(received, `${to.join()} ${subjectOf(headers)}`)
  expect([...received].sort()).toEqual([...sent].sort())
  expect(wanted.length).toBeLessThan(told.length)
  expect(new Set(server.letters.map(({ headers }) => /^Message-ID: (.*)$/im.exec(headers)?.[1])).size).toBe(
    server.letters.length,
  )
  expect(await db.select().from(outbox).where(isNull(outbox.sentAt))).toEqual([])
})

const early = (day: Day) => new Date(`${day}T06:00:00+07:00`)
const lineOf = (row: { [key: string]: unknown }) => Object.entries(row).sort().join(' ')
const addressOf = new Map<string, string>()

function count(counts: Map<string, number>, key: string) {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** Undoes the folding and encoding of a header. */
function subjectOf(headers: string): string {
  const raw = /^Subject: ((?:.|\r\n[ \t])*)/m.exec(headers)?.[1]?.replace(/\r\n[ \t]/g, ' ') ?? ''
  const words = raw.replace(/\?=\s+=\?/g, '?==?')
  return words.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, way: string, text: string) =>
    way.toLowerCase() === 'b'
      ? Buffer.from(text, 'base64').toString()
      : Buffer.from(
          text
            .replaceAll('_', ' ')
            .replace(/=([\dA-F]{2})/g, (__, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        ).toString(),
  )
}

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
  for (const { id, email } of await db.select().from(people).where(isNotNull(people.email)))
    addressOf.set(id, email ?? '')
}

async function someCourses() {
  const editions = [await aCertifiedEdition(), await aCertifiedEdition(), await aCertifiedEdition()]
  return Promise.all(editions.map(async (editionId) => ({ editionId, courseId: await aCourseOf(editionId) })))
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

async function excuse(personId: string, requirementId: string, day: Day, dice: Dice) {
  const kind = dice.pick(['extension' as const, 'waiver' as const, 'pause' as const])
  const toDay = kind === 'extension' ? never : addDays(day, dice.between(5, 65))
  await write(async (tx) => {
    await tx.insert(exceptions).values({
      kind,
      personId,
      requirementId: kind === 'pause' ? null : requirementId,
      fromDay: day,
      toDay,
      dueDay: kind === 'extension' ? addDays(day, dice.between(5, 65)) : null,
      reason: 'Nghỉ ốm',
      state: 'given',
      decidedAt: early(day),
    })
    await changedInTx(tx, [personId])
  })
}

async function mergeTwo() {
  const { khcn, departments, dongThap } = province.merged
  const into = { make: { name: 'Sở Kinh tế và Công nghệ', type: 'so_nganh' as const, parentId: dongThap } }
  const unitIds = [khcn, ...departments.filter((id) => id !== khcn).slice(0, 1)]
  done(await merge('command-line', { decision: aDecision(mergerDay), unitIds, into }))
}

async function deliverAll(day: Day) {
  const now = new Date(`${day}T08:00:00+07:00`)
  for (let delivery = await deliverDue(now, { smtpUrl: server.url }); delivery?.sent; )
    delivery = await deliverDue(now, { smtpUrl: server.url })
}
