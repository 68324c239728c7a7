import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { revoke } from '#app/certificates/revoke.server.ts'
import { db, write } from '#app/db/db.server.ts'
import { keepStandings } from '#app/requirements/keeping/keep-standings.server.ts'
import { readPeople } from '#app/requirements/keeping/read-people.server.ts'
import { standingsOf } from '#app/requirements/keeping/standings-of.server.ts'
import { standingChanges, standings, standingVersions } from '#app/requirements/schema.ts'
import { anEdition, aPerson } from '#tests/factories.ts'
import { aGraduate, completes, papersOf, renew, renewalsOf } from '#tests/renewing.ts'
import { aRequirement } from '#tests/requirements.ts'
import { hasSat } from '#tests/sitting.ts'
import { aMembership, aUnit } from '#tests/units.ts'

beforeEach(() =>
  write(async (tx) => {
    for (const kept of [standings, standingChanges, standingVersions]) await tx.delete(kept)
  }),
)

const at = (day: string) => new Date(`${day}T08:00:00+07:00`)
const keepOn = (day: string) => keepStandings({ now: at(day) })
const each = { kind: 'recurring', firstDay: '2025-01-01', everyMonths: 12 } as const

/** Somebody asked each year for a course that they completed in June 2025. */
async function askedEachYear(changes: { renewalCourseIds?: string[] } = {}) {
  const { person, edition } = await aGraduate(at('2025-06-01'))
  const unitId = await aUnit()
  await aMembership({ personId: person.id, unitId })
  const row = { unitId, courseIds: [edition.courseId], window: each, fromDay: '2025-01-01', ...changes }
  return { person, edition, requirementId: await aRequirement(row) }
}

async function standingOf(personId: string, day: string) {
  const [own] = (await standingsOf('command-line', personId, day)) ?? []
  return own?.stands.standing
}

test('when the year’s window opens, the course of last year opens with it, and passing it is done this year too', async () => {
  const { person, edition } = await askedEachYear()
  await keepOn('2025-07-01')
  expect(await renewalsOf(person)).toEqual([])
  await keepOn('2026-01-01')
  expect(await renewalsOf(person)).toEqual([{ openedAt: at('2026-01-01'), completedAt: null }])
  expect(await standingOf(person.id, '2026-01-01')).toBe('due')
  for (const day of ['2026-03-01', '2026-12-20']) await keepOn(day)
  expect(await renewalsOf(person)).toHaveLength(1)

  await hasSat(person, edition, { at: at('2026-12-21') })
  await keepOn('2026-12-22')
  expect(await standingOf(person.id, '2026-12-22')).toBe('done')
  const facts = await readPeople(db, [person.id])
  expect(
    facts
      .get(person.id)
      ?.completed.map(({ day }) => day)
      .sort(),
  ).toEqual(['2025-06-01', '2026-12-21'])
  await keepOn('2027-01-01')
  expect(await renewalsOf(person)).toMatchObject([
    { completedAt: at('2026-12-21') },
    { openedAt: at('2027-01-01'), completedAt: null },
  ])
})

test('where a shorter course does, the shorter one opens anew, and the long one stays closed', async () => {
  const shorter = await anEdition()
  const { person } = await askedEachYear({ renewalCourseIds: [shorter.courseId] })
  await keepOn('2026-01-01')
  expect(await renewalsOf(person)).toEqual([])
  await completes(person, shorter, at('2026-02-01'))
  await keepOn('2026-02-02')
  expect(await standingOf(person.id, '2026-02-02')).toBe('done')
  await keepOn('2027-01-01')
  expect(await renewalsOf(person)).toEqual([{ openedAt: at('2027-01-01'), completedAt: null }])
  await hasSat(person, shorter, { at: at('2027-02-01') })
  expect(await standingOf(person.id, '2027-02-01')).toBe('done')
})

test('a course whose certificate was revoked opens anew for whoever is asked for it', async () => {
  const { person, edition } = await aGraduate(at('2025-06-01'))
  const unitId = await aUnit()
  await aMembership({ personId: person.id, unitId })
  await aRequirement({ unitId, courseIds: [edition.courseId] })
  await keepOn('2026-01-01')
  expect(await renewalsOf(person)).toEqual([])
  const [paper] = await papersOf(person)
  await revoke(await aPerson({ role: 'administrator' }), paper?.id ?? '', 'Thi hộ')
  const now = new Date()
  await keepStandings({ now })
  expect(await renewalsOf(person)).toEqual([{ openedAt: now, completedAt: null }])
})

test('whoever passed while the keeper was looking is not asked anew', async () => {
  const { person, edition } = await askedEachYear()
  await renew(person, edition, at('2026-01-01'))
  const racing = keepOn('2026-01-02')
  await hasSat(person, edition, { at: at('2026-01-02') })
  await racing
  await keepOn('2026-01-02')
  expect(await renewalsOf(person)).toEqual([{ openedAt: at('2026-01-01'), completedAt: at('2026-01-02') }])
  const rows = await db.select().from(standings).where(eq(standings.personId, person.id))
  expect(rows.at(-1)?.standing).toBe('done')
})
