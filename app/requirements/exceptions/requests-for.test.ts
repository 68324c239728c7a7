import { expect, test } from 'vitest'
import { askForException } from '#app/requirements/exceptions/ask.server.ts'
import { decideException } from '#app/requirements/exceptions/decide.server.ts'
import { exceptionsOf } from '#app/requirements/exceptions/exceptions-of.server.ts'
import { requestsFor } from '#app/requirements/exceptions/requests-for.server.ts'
import { takeBackException } from '#app/requirements/exceptions/take-back.server.ts'
import { keepStandings } from '#app/requirements/keeping/keep-standings.server.ts'
import { appoint } from '#app/units/roles/appoint.server.ts'
import { countQueries } from '#tests/count-queries.ts'
import { asked, at, someAsked, stood, today, waived } from '#tests/exceptions.ts'
import { aPerson } from '#tests/factories.ts'
import { merge, unmerge } from '#tests/merging.ts'
import { aRequirement } from '#tests/requirements.ts'
import { aMembership, aUnit, done } from '#tests/units.ts'

const given = { decision: 'given' as const, reason: '' }

test('who looks after a unit sees what its people and those below ask for, oldest first, until it is decided', async () => {
  const { people, manager, unitId, requirementId } = await someAsked(2)
  const office = await aUnit({ parentId: unitId, name: 'Phòng Một cửa' })
  const below = await aPerson({ fullName: 'Lê Văn Dưới' })
  await aMembership({ personId: below.id, unitId: office })
  const [first, second] = people
  if (!first || !second) throw new Error('two people')
  await asked(second, requirementId, at('2026-02-02'))
  await asked(below, requirementId, at('2026-02-03'))
  const oldest = await asked(first, requirementId, at('2026-02-01'))
  await asked(manager, requirementId, at('2026-02-01'))
  await keepStandings({ now: at('2026-02-03') })

  let read: Awaited<ReturnType<typeof requestsFor>> = null
  const asking = async () => {
    read = await requestsFor(manager, unitId)
  }
  expect(await countQueries(asking)).toBeLessThanOrEqual(3)
  const reader = async () => (await requestsFor(manager, unitId))?.requests ?? []
  expect((await reader()).map(({ personId }) => personId)).toEqual([first.id, second.id, below.id])
  expect((await reader()).at(-1)).toMatchObject({
    fullName: 'Lê Văn Dưới',
    unitName: 'Phòng Một cửa',
    kind: 'extension',
    title: 'Kỹ năng số cơ bản',
    dueDay: '2026-03-31',
    askedDay: '2026-05-31',
    reason: 'Đi công tác',
  })
  expect(read).toMatchObject({ hasMore: false })
  done(await decideException(manager, oldest, given, at('2026-02-03')))
  expect((await reader()).map(({ personId }) => personId)).toEqual([second.id, below.id])
  expect((await requestsFor(manager, office))?.requests.map(({ personId }) => personId)).toEqual([below.id])
  expect((await requestsFor('command-line', unitId))?.requests).toHaveLength(3)
})

test('who only looks at a unit, sees bands alone, or manages another, decides nothing there', async () => {
  const { learner, unitId, requirementId } = await someAsked()
  await asked(learner, requirementId)
  const [auditor, stranger] = [await aPerson(), await aPerson({ role: 'manager' })]
  const role = { personId: auditor.id, unitId, role: 'auditor' as const, fromDay: '2020-01-01', reason: 'QĐ 3' }
  done(await appoint('command-line', role))
  const company = await aUnit({ type: 'doanh_nghiep' })
  const foreman = await aPerson({ role: 'manager' })
  done(await appoint('command-line', { ...role, role: 'manager', personId: foreman.id, unitId: company }))
  expect(await requestsFor(auditor, unitId)).toBeNull()
  expect(await requestsFor(stranger, unitId)).toBeNull()
  expect(await requestsFor(foreman, company)).toBeNull()
  expect(await requestsFor(learner, unitId)).toBeNull()
})

test('what was asked and given in an account that was folded goes along, and comes back when it is parted', async () => {
  const { people, manager, unitId, requirementId } = await someAsked(2)
  const [keep, fold] = people
  if (!keep || !fold) throw new Error('two people')
  const other = await aRequirement({ unitId, courseIds: ['none'], title: 'Khác' })
  const waiver = await waived(manager, fold.id, requirementId)
  const request = await asked(fold, other)
  const mergeId = await merge(keep, fold)

  expect((await stood(keep.id, '2026-02-02'))?.standing).toBe('excused')
  expect((await exceptionsOf(keep, keep.id))?.map(({ id }) => id).sort()).toEqual([waiver, request].sort())
  expect((await requestsFor(manager, unitId))?.requests).toMatchObject([{ id: request, personId: keep.id }])
  const again = { kind: 'waiver' as const, requirementId: other, reason: 'Ốm' }
  expect(await askForException(keep, again, today)).toEqual({ problems: { requirement: 'asked-already' } })
  expect(await decideException(manager, request, given, today)).toEqual({ decided: 'given' })
  expect(await takeBackException(manager, waiver, 'Nhầm người', at('2026-02-05'))).toEqual({ takenBack: true })
  expect((await stood(keep.id, '2026-02-05'))?.standing).toBe('due')

  await unmerge(mergeId)
  expect(await exceptionsOf(keep, keep.id)).toEqual([])
  expect(await exceptionsOf(fold, fold.id)).toHaveLength(2)
})
