import { and, asc, count, desc, eq, inArray, ne } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { courses } from '#app/courses/schema.ts'
import { closeDatabase, db, write } from '#app/db/db.server.ts'
import { addDays } from '#app/i18n/calendar.ts'
import { dayOf } from '#app/i18n/day.ts'
import { insertPeopleInTx } from '#app/people/insert-people-in-tx.server.ts'
import { people, sessions } from '#app/people/schema.ts'
import { hashOf, newToken } from '#app/people/token.server.ts'
import { draftRequirement } from '#app/requirements/asking/draft-requirement.server.ts'
import { standings } from '#app/requirements/schema.ts'
import { onDay } from '#app/units/on-day.server.ts'
import { appoint } from '#app/units/roles/appoint.server.ts'
import { memberships, unitLines, unitStates } from '#app/units/schema.ts'
import type { UnitType } from '#app/units/unit.ts'
import { answerJob } from '#tests/bench/job.ts'

export type Manager = { token: string }
export type Managed = {
  province: string
  /** The commune with the most people. */
  commune: string
  ofProvince: Manager[]
  ofCommune: Manager[]
  names: { common: string; rare: string; none: string }
  /** Somebody of the commune, and what is asked of them. */
  asked: { personId: string; requirementId: string }
  /** A draft that would ask all staff of the province: no larger audience is asked for. */
  draftId: string
}

const today = dayOf(new Date())

/** In a process of its own, on a copy of the province: so many managers of the whole and of one commune, signed in. */
await answerJob<number, Managed>(async (managers) => {
  const province = await largest(['tinh'])
  const commune = await largest(['xa', 'phuong'])
  const ofProvince = await managing(province, managers, 'tinh')
  const ofCommune = await managing(commune, managers, 'xa')
  const names = { common: await sharedBy('most'), rare: await sharedBy('one'), none: 'Không Ai Tên Vậy' }
  const asked = await someoneAsked(commune)
  const draftId = await draftOf(province)
  await closeDatabase()
  return { province, commune, ofProvince, ofCommune, names, asked, draftId }
})

async function largest(types: UnitType[]): Promise<string> {
  const [row] = await db
    .select({ unitId: unitStates.unitId })
    .from(unitStates)
    .innerJoin(unitLines, and(eq(unitLines.ancestorId, unitStates.unitId), onDay(unitLines, today)))
    .innerJoin(memberships, and(eq(memberships.unitId, unitLines.unitId), onDay(memberships, today)))
    .where(and(inArray(unitStates.type, types), onDay(unitStates, today)))
    .groupBy(unitStates.unitId)
    .orderBy(desc(count()))
    .limit(1)
  if (!row) throw new Error('the province has no such unit')
  return row.unitId
}

async function someoneAsked(unitId: string) {
  const { personId, requirementId } = standings
  const [row] = await db
    .select({ personId, requirementId })
    .from(unitLines)
    .innerJoin(standings, eq(standings.unitId, unitLines.unitId))
    .where(and(eq(unitLines.ancestorId, unitId), onDay(unitLines, today), ne(standings.standing, 'not-due')))
    .limit(1)
  if (!row) throw new Error('nothing is asked of anybody in the commune')
  return row
}

async function draftOf(unitId: string): Promise<string> {
  const [course] = await db.select({ id: courses.id }).from(courses).limit(1)
  const drafted = await draftRequirement('command-line', unitId, {
    ...{ title: 'An toàn thông tin', programme: null, courseIds: [course?.id ?? ''], renewalCourseIds: [] },
    clauses: [{ unitId, withBelow: true, categories: ['can_bo', 'cong_chuc', 'vien_chuc'], positions: [] }],
    window: { kind: 'fixed', opensDay: today, dueDay: addDays(today, 90) },
    ...{ graceDays: 0, atLeastDays: 30, decisionNumber: '1/QĐ-UBND', decisionDay: today },
  })
  if (!drafted || 'problems' in drafted) throw new Error(`not drafted: ${JSON.stringify(drafted)}`)
  return drafted.id
}

async function sharedBy(whom: 'most' | 'one'): Promise<string> {
  const names = await db
    .select({ fullName: people.fullName })
    .from(people)
    .groupBy(people.fullName)
    .orderBy(whom === 'most' ? desc(count()) : asc(count()), asc(people.fullName))
    .limit(1)
  return names[0]?.fullName ?? ''
}

async function managing(unitId: string, managers: number, prefix: string): Promise<Manager[]> {
  const made = Array.from({ length: managers }, () => ({ id: uuid(), token: newToken() }))
  const now = new Date()
  const common = { handle: '', device: 'Chrome, Windows', isShared: false, createdAt: now, lastSeenAt: now }
  await write(async (tx) => {
    for (const [place, { id, token }] of made.entries()) {
      const facts = { fullName: 'Nguyễn Thị Quản Lý', role: 'manager', language: 'vi', createdAt: now } as const
      await insertPeopleInTx(tx, [{ id, username: `ql.${prefix}.${place}`, ...facts }])
      const expiresAt = new Date(now.getTime() + 24 * 60 * 60_000)
      const session = { ...common, id: hashOf(token), personId: id, handle: newToken().slice(0, 16), expiresAt }
      await tx.insert(sessions).values(session)
    }
  })
  for (const { id } of made) {
    const role = { personId: id, unitId, role: 'manager' as const, fromDay: '2025-08-01', reason: 'MẪU' }
    const appointed = await appoint('command-line', role)
    if (!appointed || 'problem' in appointed) throw new Error(`not appointed: ${JSON.stringify(appointed)}`)
  }
  return made.map(({ token }) => ({ token }))
}
