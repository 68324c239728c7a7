import type { LoaderFunctionArgs } from '@remix-run/node'
import { expect, test } from 'vitest'
import { write } from '#app/db/db.server.ts'
import { openSession } from '#app/people/open-session.server.ts'
import type { Role } from '#app/people/person.ts'
import { loader as tree } from '#app/routes/units/tree.tsx'
import { loader as unit } from '#app/routes/units/unit.tsx'
import { usualPreferences } from '#app/web/preferences.ts'
import { aPerson } from '#tests/factories.ts'
import { aMembership, aUnit, manages } from '#tests/units.ts'

const context = { script: null, preferences: usualPreferences, isPublic: false }

async function as(role: Role) {
  const who = await aPerson({ role })
  const token = await write((tx) => openSession(tx, who, { device: '?', isShared: false }, new Date()))
  return { id: who.id, token }
}

function ask(path: string, token: string, unitId = ''): LoaderFunctionArgs {
  const request = new Request(`http://localhost${path}`, { headers: { cookie: `ben-so=${token}` } })
  return { request, params: { unit: unitId }, context }
}

const statusOf = (work: Promise<unknown>) =>
  work.then(
    () => 200,
    (thrown: unknown) => (thrown instanceof Response ? thrown.status : 500),
  )

test('a manager finds their unit at the top of the tree, with its people; an enterprise of others is not there', async () => {
  const { id, token } = await as('manager')
  const learner = await aPerson()
  const own = await manages({ id }, learner)
  const company = await aUnit({ type: 'doanh_nghiep' })
  await aMembership({ personId: learner.id, unitId: company })

  expect((await tree(ask('/units', token))).units.map(({ unitId }) => unitId)).toEqual([own])
  expect(await unit(ask('/units/x', token, own))).toMatchObject({ total: { people: 1 }, page: { people: [{}] } })
  expect(await statusOf(unit(ask('/units/x', token, company)))).toBe(404)
})

test('learners, trainers and visitors see no tree', async () => {
  const unitId = await aUnit()
  for (const role of ['learner', 'trainer'] as const) {
    const { token } = await as(role)
    expect([await statusOf(tree(ask('/units', token))), await statusOf(unit(ask('/x', token, unitId)))]).toEqual([
      404, 404,
    ])
  }
  expect(await statusOf(tree(ask('/units', '')))).toBe(302)
})

test('a day that no calendar has is today', async () => {
  const { token } = await as('administrator')
  const page = await unit(ask('/units/x?day=2025-02-30', token, await aUnit({ name: 'Sở Y tế' })))
  expect(page).toMatchObject({ facts: { name: 'Sở Y tế' }, day: page.today })
})
