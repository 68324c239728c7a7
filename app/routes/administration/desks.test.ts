import { expect, test } from 'vitest'
import { write } from '#app/db/db.server.ts'
import { openSession } from '#app/people/open-session.server.ts'
import { loader as index } from '#app/routes/administration/index.tsx'
import { loader as people } from '#app/routes/people/administration.tsx'
import { loader as person } from '#app/routes/people/person.tsx'
import { appoint } from '#app/units/roles/appoint.server.ts'
import type { UnitRole, UnitType } from '#app/units/unit.ts'
import { usualPreferences } from '#app/web/preferences.ts'
import { countQueries } from '#tests/count-queries.ts'
import { aPerson } from '#tests/factories.ts'
import { aMembership, aUnit, done } from '#tests/units.ts'

const context = { script: null, preferences: usualPreferences, isPublic: false }

function ask(path: string, token: string, params: Record<string, string> = {}) {
  return {
    request: new Request(`http://localhost${path}`, { headers: { cookie: `ben-so=${token}` } }),
    params,
    context,
  }
}

/** Somebody with a role in a unit of this type, and a learner who is in it. */
async function inOffice(role: UnitRole, type: UnitType, name: string) {
  const who = await aPerson({ role: 'manager' })
  const token = await write((tx) => openSession(tx, who, { device: '?', isShared: false }, new Date()))
  const learner = await holds(who.id, role, type, name)
  return { who, token, learner }
}

async function holds(personId: string, role: UnitRole, type: UnitType, name: string) {
  const unitId = await aUnit({ type, name })
  const learner = await aPerson({ fullName: 'Ngô Thị Út' })
  await aMembership({ personId: learner.id, unitId })
  done(await appoint('command-line', { personId, unitId, role, fromDay: '2020-01-01', reason: 'QĐ 1' }))
  return { id: learner.id, unitId }
}

const openAt = async (token: string) =>
  (await people(ask('/admin/people?q=ngo+thi+ut', token))).people?.map(({ id, isOpen }) => ({ id, isOpen }))

test('the first page of a manager leads straight to their unit', async () => {
  const { token, learner } = await inOffice('manager', 'xa', 'Xã Kim Sơn')
  expect(await index(ask('/admin', token))).toMatchObject({
    units: [{ unitId: learner.unitId, name: 'Xã Kim Sơn', roles: ['manager'] }],
    readsRecords: true,
    mayDecide: true,
  })
  expect(await countQueries(() => index(ask('/admin', token)))).toBeLessThanOrEqual(3)
})

test('an auditor is offered no deed, neither on the first page nor with a person', async () => {
  const { token, learner } = await inOffice('auditor', 'tinh', 'Tỉnh')
  expect(await index(ask('/admin', token))).toMatchObject({ readsRecords: true, mayDecide: false })
  expect(await openAt(token)).toEqual([{ id: learner.id, isOpen: true }])
  expect(await person(ask('/x', token, { person: learner.id }))).toMatchObject({ mayDecide: false, number: null })
})

test('an enterprise finds its people, and no name leads to a page that is not theirs', async () => {
  const { who, token, learner } = await inOffice('manager', 'doanh_nghiep', 'Công ty May')
  expect(await index(ask('/admin', token))).toMatchObject({ readsRecords: false, mayDecide: false })
  expect(await openAt(token)).toEqual([{ id: learner.id, isOpen: false }])
  await expect(person(ask('/x', token, { person: learner.id }))).rejects.toMatchObject({ status: 404 })

  const other = await holds(who.id, 'manager', 'xa', 'Xã Phú Cường')
  expect(await openAt(token)).toEqual(
    expect.arrayContaining([
      { id: learner.id, isOpen: false },
      { id: other.id, isOpen: true },
    ]),
  )
})

test('an administrator’s first page has every desk and no unit of their own', async () => {
  const admin = await aPerson({ role: 'administrator' })
  const token = await write((tx) => openSession(tx, admin, { device: '?', isShared: false }, new Date()))
  expect(await index(ask('/admin', token))).toEqual({
    role: 'administrator',
    units: [],
    readsRecords: true,
    mayDecide: true,
  })
  expect(await people(ask('/admin/people?q=++', token))).toMatchObject({ q: '', people: null })
})
