import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { certificates } from '#app/certificates/schema.ts'
import { write } from '#app/db/db.server.ts'
import { changedInTx } from '#app/people/changed-in-tx.server.ts'
import { keepStandings } from '#app/requirements/keeping/keep-standings.server.ts'
import { traceOf } from '#app/requirements/keeping/trace-of.server.ts'
import { exceptions, standingChanges, standings, standingVersions } from '#app/requirements/schema.ts'
import { addMembership } from '#app/units/memberships/add-membership.server.ts'
import { appoint } from '#app/units/roles/appoint.server.ts'
import { aCertifiedEdition, award } from '#tests/certificates.ts'
import { countQueries } from '#tests/count-queries.ts'
import { aPerson } from '#tests/factories.ts'
import { aCourseOf, aRequirement } from '#tests/requirements.ts'
import { aMembership, aUnit, done } from '#tests/units.ts'

beforeEach(() =>
  write(async (tx) => {
    for (const kept of [standings, standingChanges, standingVersions]) await tx.delete(kept)
  }),
)

const at = (day: string) => new Date(`${day}T08:00:00+07:00`)
const keepOn = (day: string) => keepStandings({ now: at(day) })

async function someoneAsked(name = `Sở ${next++}`) {
  const [unitId, person, editionId] = [await aUnit({ name }), await aPerson(), await aCertifiedEdition()]
  await aMembership({ personId: person.id, unitId, fromDay: '2026-01-10' })
  const requirementId = await aRequirement({ unitId, courseIds: [await aCourseOf(editionId)] })
  return { unitId, person, editionId, requirementId }
}

let next = 1

test('behind a standing are the place, the decisions and the courses that made it, in the order of days', async () => {
  const { unitId, person, editionId, requirementId } = await someoneAsked('Sở Nội vụ')
  await keepOn('2026-02-01')
  const common = { kind: 'extension' as const, personId: person.id, requirementId, state: 'given' as const }
  const days = { fromDay: '2026-03-01', toDay: '9999-12-31', dueDay: '2026-05-31', decidedAt: at('2026-03-01') }
  await write(async (tx) => {
    await tx.insert(exceptions).values({ ...common, ...days, reason: 'Đi học', documentNumber: '3/QĐ' })
    await changedInTx(tx, [person.id])
  })
  await keepOn('2026-03-01')
  await award(person, editionId, at('2026-04-10'))
  await keepOn('2026-04-10')
  await write(async (tx) => {
    await tx
      .update(certificates)
      .set({ revokedAt: at('2026-04-20') })
      .where(eq(certificates.personId, person.id))
    await changedInTx(tx, [person.id])
  })
  await keepOn('2026-04-20')

  const trace = await traceOf('command-line', person.id, requirementId, '2026-04-21')
  expect(trace).toMatchObject({ differs: false, reported: { standing: 'due' }, live: { dueDay: '2026-05-31' } })
  expect(trace?.events.map(({ kind, day }) => `${day} ${kind}`)).toEqual([
    '2026-01-10 asked',
    '2026-02-01 reported',
    '2026-03-01 given',
    '2026-03-01 reported',
    '2026-04-10 completed',
    '2026-04-10 reported',
    '2026-04-20 revoked',
    '2026-04-20 reported',
  ])
  expect(trace?.events[0]).toMatchObject({ grounds: [{ unitId, unitName: 'Sở Nội vụ', withBelow: true }] })
  expect(trace?.events[2]).toMatchObject({
    reason: 'Đi học',
    documentNumber: '3/QĐ',
    exception: { dueDay: '2026-05-31' },
  })
  const then = await traceOf('command-line', person.id, requirementId, '2026-04-15')
  expect(then).toMatchObject({ differs: false, reported: { standing: 'done' }, live: { standing: 'done' } })
  expect(await countQueries(() => traceOf('command-line', person.id, requirementId, '2026-04-21'))).toBeLessThanOrEqual(
    12,
  )
})

test('where a place was entered for days that are past, what was reported stays, and what the records say is told beside it', async () => {
  const { unitId, requirementId } = await someoneAsked()
  const late = await aPerson()
  await keepOn('2026-02-01')
  await keepOn('2026-02-20')
  const place = { personId: late.id, unitId, fromDay: '2026-01-20', position: '', category: 'cong_chuc' as const }
  done(await addMembership('command-line', place))
  await keepOn('2026-02-20')
  expect(await traceOf('command-line', late.id, requirementId, '2026-02-10')).toMatchObject({
    differs: true,
    reported: null,
    live: { standing: 'due' },
  })
  expect(await traceOf('command-line', late.id, requirementId, '2026-02-20')).toMatchObject({ differs: false })
})

test('who is named is told so, an enterprise is told no reasons, and a stranger nothing', async () => {
  const { requirementId } = await someoneAsked()
  const [firm, worker, foreman] = [
    await aUnit({ type: 'doanh_nghiep' }),
    await aPerson(),
    await aPerson({ role: 'manager' }),
  ]
  await aMembership({ personId: worker.id, unitId: firm })
  const role = { personId: foreman.id, unitId: firm, role: 'manager' as const, fromDay: '2026-01-01', reason: 'QĐ' }
  done(await appoint('command-line', role))
  const own = await aRequirement({ unitId: firm, courseIds: ['x'], clauses: [], names: [worker.id] })
  const pause = { kind: 'pause' as const, personId: worker.id, state: 'given' as const, reason: 'Nghỉ thai sản' }
  const days = { fromDay: '2026-02-01', toDay: '2026-06-01', decidedAt: at('2026-02-01') }
  await write((tx) => tx.insert(exceptions).values({ ...pause, ...days }))
  const trace = await traceOf(foreman, worker.id, own, '2026-02-02')
  expect(trace?.live.standing).toBe('excused')
  expect(trace?.events[0]).toMatchObject({ kind: 'asked', grounds: ['named'] })
  expect(JSON.stringify(trace)).not.toContain('Nghỉ thai sản')
  expect(JSON.stringify(await traceOf(worker, worker.id, own, '2026-02-02'))).toContain('Nghỉ thai sản')
  expect(await traceOf(await aPerson(), worker.id, own, '2026-02-02')).toBeNull()
  expect(await traceOf('command-line', worker.id, 'nothing', '2026-02-02')).toBeNull()
  expect((await traceOf('command-line', worker.id, requirementId, '2026-02-02'))?.live.standing).toBe('not-due')
})
