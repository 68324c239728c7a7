import { asc, eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { revoke } from '#app/certificates/revoke.server.ts'
import { certificates } from '#app/certificates/schema.ts'
import { editions } from '#app/courses/schema.ts'
import { db, write } from '#app/db/db.server.ts'
import { mergePeople } from '#app/intake/duplicates/merge-people.server.ts'
import { takeLease } from '#app/messages/lease.server.ts'
import { leases } from '#app/messages/schema.ts'
import { closeAccountInTx } from '#app/people/close-account-in-tx.server.ts'
import { keepStandings } from '#app/requirements/keeping/keep-standings.server.ts'
import { standingsOf } from '#app/requirements/keeping/standings-of.server.ts'
import { standingChanges, standings, standingVersions } from '#app/requirements/schema.ts'
import { endMembership } from '#app/units/memberships/end-membership.server.ts'
import { mendName } from '#app/units/memberships/mend-name.server.ts'
import { moveMembership } from '#app/units/memberships/move-membership.server.ts'
import { merge } from '#app/units/reorganisations/merge.server.ts'
import { aCertifiedEdition, aHolder, award } from '#tests/certificates.ts'
import { aPerson } from '#tests/factories.ts'
import { aRequirement } from '#tests/requirements.ts'
import { aDecision, aMembership, aUnit, done, onlyMade } from '#tests/units.ts'

/** Each test has a calendar of its own. */
beforeEach(() =>
  write(async (tx) => {
    for (const kept of [standings, standingChanges, standingVersions, leases]) await tx.delete(kept)
  }),
)

const at = (day: string) => new Date(`${day}T08:00:00+07:00`)
const keepOn = (day: string) => keepStandings({ now: at(day) })

const told = (personId: string) =>
  db
    .select({
      fromDay: standings.fromDay,
      toDay: standings.toDay,
      standing: standings.standing,
      unitId: standings.unitId,
    })
    .from(standings)
    .where(eq(standings.personId, personId))
    .orderBy(asc(standings.fromDay))

/** How many of a unit stood so on a day, by what was noted. */
async function figure(unitId: string, standing: string, day: string): Promise<number> {
  const rows = await db.select().from(standingChanges).where(eq(standingChanges.unitId, unitId))
  return rows.filter((row) => row.standing === standing && row.day <= day).reduce((sum, { change }) => sum + change, 0)
}

async function aCourse() {
  const editionId = await aCertifiedEdition()
  const [edition] = await db.select().from(editions).where(eq(editions.id, editionId))
  return { editionId, courseId: edition?.courseId ?? '' }
}

async function someoneAsked() {
  const [unitId, person, course] = [await aUnit(), await aHolder(), await aCourse()]
  const membershipId = await aMembership({ personId: person.id, unitId })
  const requirementId = await aRequirement({ unitId, courseIds: [course.courseId] })
  return { unitId, person, membershipId, requirementId, ...course }
}

test('the calendar moves a standing, and what was reported of a day stays', async () => {
  const { person, unitId } = await someoneAsked()
  await keepOn('2026-03-01')
  await keepOn('2026-03-17')
  await keepOn('2026-04-02')
  expect(await told(person.id)).toEqual([
    { fromDay: '2026-03-01', toDay: '2026-03-17', standing: 'due', unitId },
    { fromDay: '2026-03-17', toDay: '2026-04-02', standing: 'soon', unitId },
    { fromDay: '2026-04-02', toDay: '9999-12-31', standing: 'overdue', unitId },
  ])
  expect(await figure(unitId, 'due', '2026-03-16')).toBe(1)
  expect(await figure(unitId, 'due', '2026-03-17')).toBe(0)
  expect(await figure(unitId, 'overdue', '2026-04-02')).toBe(1)
})

test('a course completed, and a certificate revoked, are noted at the next look', async () => {
  const { person, editionId } = await someoneAsked()
  await keepOn('2026-02-01')
  await award(person, editionId, at('2026-02-10'))
  await keepOn('2026-02-10')
  const administrator = await aPerson({ role: 'administrator' })
  const [paper] = await db.select().from(certificates).where(eq(certificates.personId, person.id))
  await revoke(administrator, paper?.id ?? '', 'Thi hộ')
  const revokedOn = new Date()
  await keepStandings({ now: revokedOn })
  expect((await told(person.id)).map(({ standing }) => standing)).toEqual(['due', 'done', 'overdue'])
})

test('whoever leaves is counted no more, and whoever comes is', async () => {
  const { person, membershipId, unitId } = await someoneAsked()
  await keepOn('2026-02-01')
  done(await endMembership('command-line', { membershipId, day: '2026-02-15', reason: 'Nghỉ việc' }))
  const newcomer = await aPerson()
  await aMembership({ personId: newcomer.id, unitId, fromDay: '2026-02-10' })
  await keepOn('2026-02-15')
  expect((await told(person.id)).at(-1)?.standing).toBe('due')
  expect((await told(person.id)).at(-1)?.toDay).toBe('2026-02-15')
  expect((await told(newcomer.id)).map(({ standing }) => standing)).toEqual(['due'])
  expect(await figure(unitId, 'due', '2026-02-15')).toBe(1)
})

test('a merger carries the asked along and leaves the figures of the days before', async () => {
  const { person, unitId, requirementId } = await someoneAsked()
  const [other, already] = [await aUnit(), await aPerson()]
  await aMembership({ personId: already.id, unitId: other })
  await keepOn('2026-02-01')
  const merged = onlyMade(
    done(
      await merge('command-line', {
        decision: aDecision('2026-02-10'),
        unitIds: [unitId, other],
        into: { make: { name: 'Sở mới', type: 'so_nganh', parentId: null } },
      }),
    ),
  )
  await keepOn('2026-02-10')
  expect(await told(person.id)).toEqual([
    { fromDay: '2026-02-01', toDay: '2026-02-10', standing: 'due', unitId },
    { fromDay: '2026-02-10', toDay: '9999-12-31', standing: 'due', unitId: merged },
  ])
  expect(await told(already.id)).toEqual([])
  expect(await figure(unitId, 'due', '2026-02-09')).toBe(1)
  expect(await figure(unitId, 'due', '2026-02-10')).toBe(0)
  expect(await figure(merged, 'due', '2026-02-10')).toBe(1)
  const [live] = (await standingsOf('command-line', person.id, '2026-02-10')) ?? []
  expect(live).toMatchObject({ requirement: { id: requirementId }, stands: { standing: 'due', dueDay: '2026-03-31' } })
})

test('a second look finds nothing to write, and two keepers never work at once', async () => {
  await someoneAsked()
  await keepStandings({ now: at('2026-02-01'), isWhole: true })
  expect(await keepOn('2026-02-01')).toEqual({ people: 0, changed: 0 })
  expect(await keepStandings({ now: at('2026-02-01'), isWhole: true })).toMatchObject({ changed: 0 })
  await takeLease('keep-standings', 'another process', 60_000)
  expect(await keepOn('2026-02-01')).toBeNull()
})

test('who moves to another office under the same requirement is counted there from that day, though it was entered before', async () => {
  const { person, membershipId, unitId } = await someoneAsked()
  const room = await aUnit({ parentId: unitId })
  const move = { membershipId, toUnitId: room, day: '2026-02-10', reason: 'Điều động' }
  done(await moveMembership('command-line', move))
  await keepOn('2026-02-09')
  await keepOn('2026-02-10')
  expect(await told(person.id)).toEqual([
    { fromDay: '2026-02-09', toDay: '2026-02-10', standing: 'due', unitId },
    { fromDay: '2026-02-10', toDay: '9999-12-31', standing: 'due', unitId: room },
  ])
})

test('a keeper that is stopped in the middle of the tree looks at all of it again', async () => {
  const { person } = await someoneAsked()
  expect(await keepStandings({ now: at('2026-02-01'), shouldStop: () => true })).toEqual({ people: 0, changed: 0 })
  await keepOn('2026-02-01')
  expect(await told(person.id)).toHaveLength(1)
})

const without = { email: null, phone: null, passwordHash: null }

test('a name that was mended or taken away is in no row any more, of days that are past either', async () => {
  const { person } = await someoneAsked()
  await keepOn('2026-03-01')
  await keepOn('2026-03-17')
  const sortKeys = async () => {
    const rows = await db.select().from(standings).where(eq(standings.personId, person.id))
    return [...new Set(rows.map(({ sortKey }) => sortKey))]
  }
  const before = await sortKeys()
  await mendName('command-line', person.id, 'Lê Thị Đào', 'nhầm')
  await keepOn('2026-03-17')
  const mended = await sortKeys()
  expect(mended).toHaveLength(1)
  expect(mended).not.toEqual(before)
  await write((tx) => closeAccountInTx(tx, { ...person, ...without, username: 'be.ba' }, new Date()))
  await keepOn('2026-03-18')
  expect(await sortKeys()).toEqual([''])
  expect((await told(person.id)).map(({ toDay }) => toDay)).toEqual(['2026-03-17', '2026-03-18'])
})

test('what was done in an account that was folded counts for the one that is kept', async () => {
  const { person, editionId } = await someoneAsked()
  const double = await aHolder()
  await award(double, editionId, at('2026-02-05'))
  await keepOn('2026-02-10')
  done(await mergePeople('command-line', person.id, double.id, 'một người'))
  await keepOn('2026-02-11')
  expect((await told(person.id)).map(({ standing }) => standing)).toEqual(['due', 'done'])
})
