import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { editions } from '#app/courses/schema.ts'
import { closeDatabase, db, write } from '#app/db/db.server.ts'
import { environment } from '#app/db/environment.server.ts'
import type { Day } from '#app/i18n/day.ts'
import { people } from '#app/people/schema.ts'
import { requirements, standingChanges, standings, standingVersions } from '#app/requirements/schema.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { merge } from '#app/units/reorganisations/merge.server.ts'
import { appoint } from '#app/units/roles/appoint.server.ts'
import { mainMemberships, memberships, unitStates } from '#app/units/schema.ts'
import type { Reads } from '#app/units/timelines.server.ts'
import type { UnitType } from '#app/units/unit.ts'
import { answerJob } from '#tests/bench/job.ts'
import { aHead } from '#tests/reminding.ts'
import { allOf, aRequirement } from '#tests/requirements.ts'
import { aDecision, done } from '#tests/units.ts'
import { type LivedDay, liveThrough } from '#tests/year/live-through.ts'

/** The year is 2026; a part of it may be lived through. `reached`: of 256 of the staff, in hexadecimal, whose addresses are known. */
export type LiveYear = { firstDay: Day; lastDay: Day; reached: string }
export type LivedYear = { runs: Day[]; days: LivedDay[]; memoryMB: number }

const newYear = '2026-01-01'
const mergerDay = '2026-09-01'
const officials = ['can_bo' as const, 'cong_chuc' as const, 'vien_chuc' as const]

/**
 * In a process of its own, on a copy of the province: a year in which everything that the demonstration asks comes due, and
 * a course for all workers beside it. Some of the staff can be written to, citizens be called where the demonstration
 * knows a number, and an office in three has somebody more who answers for it and learns there as well.
 */
await answerJob<LiveYear, LivedYear>(async ({ firstDay, lastDay, reached }) => {
  await forgetWhatWasKept(reached)
  const departments = await unitsOf(['so_nganh'])
  const [province = ''] = await unitsOf(['tinh'])
  await appointHeads([province, ...departments, ...(await unitsOf(['xa', 'phuong']))], await unitsOf(['doanh_nghiep']))
  const courses = await db.select({ id: editions.id, courseId: editions.courseId }).from(editions)
  await askWorkers(province, courses[0]?.courseId ?? '')
  const published = await db
    .select({ id: requirements.id })
    .from(requirements)
    .where(isNotNull(requirements.publishedAt))
  const into = { make: { name: 'Sở Kinh tế và Công nghệ', type: 'so_nganh' as const, parentId: province } }
  const decision = aDecision(mergerDay)
  const days: LivedDay[] = []
  const runs = await liveThrough({
    ...{ firstDay, lastDay, mergerDay, clockBackDay: '2026-03-20' },
    merge: async () => done(await merge('command-line', { decision, unitIds: departments.slice(0, 2), into })),
    staff: await staff(),
    editions: courses.map(({ id }) => id),
    requirements: published.map(({ id }) => id),
    chance: { done: 0.001, excused: 0.9 },
    servers: { smtpUrl: environment.SMTP_URL, gatewayUrl: environment.GATEWAY_URL },
    tell: (day) => {
      days.push(day)
      process.stdout.write(`    ${lineOf(day)}\n`)
    },
  })
  await closeDatabase()
  return { runs, days, memoryMB: process.resourceUsage().maxRSS / 1024 }
})

/** The demonstration was kept on a later day; addresses are of no domain that there is. */
async function forgetWhatWasKept(reached: string) {
  await write(async (tx) => {
    for (const kept of [standings, standingChanges, standingVersions]) await tx.delete(kept)
    await tx.update(requirements).set({ keptAt: null })
    await tx
      .update(people)
      .set({ email: sql`${people.id} || '@example.vn'` })
      .where(and(sql`substr(${people.id}, 35, 2) < ${reached}`, inArray(people.id, officialIds(tx))))
  })
}

async function unitsOf(types: UnitType[]): Promise<string[]> {
  const rows = await db
    .select({ id: unitStates.unitId })
    .from(unitStates)
    .where(and(inArray(unitStates.type, types), onDay(unitStates, newYear)))
    .orderBy(unitStates.unitId)
  return rows.map(({ id }) => id)
}

async function appointHeads(offices: string[], enterprises: string[]) {
  for (const unitId of [...offices, ...enterprises.filter((_, place) => place % 3 === 0)])
    await aHead(unitId, 'manager', newYear)
  for (const unitId of offices.filter((_, place) => place % 3 === 0)) {
    const isThere = and(eq(mainMemberships.unitId, unitId), onDay(mainMemberships, newYear))
    const [own] = await db.select({ id: mainMemberships.personId }).from(mainMemberships).where(isThere).limit(1)
    const role = { unitId, role: 'training-officer' as const, fromDay: newYear, reason: 'MẪU' }
    if (own) done(await appoint('command-line', { ...role, personId: own.id }))
  }
}

function askWorkers(unitId: string, courseId: string) {
  return aRequirement({
    ...{ unitId, unitName: 'UBND tỉnh', courseIds: [courseId], graceDays: 5, title: 'Kỹ năng số cho người lao động' },
    ...{ fromDay: '2026-02-02', decisionDay: '2026-02-02' },
    window: { kind: 'fixed', opensDay: '2026-02-02', dueDay: '2026-10-31' },
    clauses: [{ ...allOf(unitId), categories: ['nguoi_lao_dong'] }],
  })
}

function officialIds(reads: Reads) {
  return reads.select({ id: memberships.personId }).from(memberships).where(inArray(memberships.category, officials))
}

async function staff(): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: memberships.personId })
    .from(memberships)
    .where(inArray(memberships.category, officials))
    .orderBy(memberships.personId)
  return rows.map(({ id }) => id)
}

function lineOf({ day, people: told, reports, sent, run, delivery }: LivedDay): string {
  const cost = (of: typeof run) => `${of.seconds.toFixed(1)} s, CPU ${of.cpuSeconds.toFixed(1)}`
  return `${day}: ${told} people, ${reports} lists in ${cost(run)}; ${sent} messages sent in ${cost(delivery)}`
}
