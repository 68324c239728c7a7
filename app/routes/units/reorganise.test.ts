import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { expect, test } from 'vitest'
import { write } from '#app/db/db.server.ts'
import { openSession } from '#app/people/open-session.server.ts'
import type { Role } from '#app/people/person.ts'
import { action, loader } from '#app/routes/units/reorganisations.tsx'
import { totalsOf } from '#app/units/memberships/totals-of.server.ts'
import { unitAt } from '#app/units/tree/unit-at.server.ts'
import { usualPreferences } from '#app/web/preferences.ts'
import { aPerson } from '#tests/factories.ts'
import { aMembership, aUnit } from '#tests/units.ts'

const context = { script: null, preferences: usualPreferences, isPublic: false }
const root = 'command-line' as const
const day = '2025-07-01'
const decision = { number: '1663/NQ-UBTVQH15', decisionDay: '2025-06-16', effectiveDay: day }

async function as(role: Role) {
  const who = await aPerson({ role })
  return write((tx) => openSession(tx, who, { device: '?', isShared: false }, new Date()))
}

function ask(token: string, unit: string, kind: string, form?: Record<string, string>) {
  const headers = { cookie: `ben-so=${token}` }
  const sent = form ? { method: 'POST', body: new URLSearchParams(form), headers } : { headers }
  const request = new Request(`http://localhost/x?kind=${kind}`, sent)
  return { request, params: { unit }, context } satisfies ActionFunctionArgs & LoaderFunctionArgs
}

const statusOf = (work: Promise<unknown>) =>
  work.then(
    () => 200,
    (thrown: unknown) => (thrown instanceof Response ? thrown.status : 500),
  )
const leadsTo = (outcome: unknown) => (outcome instanceof Response ? outcome.headers.get('location') : outcome)

test('communes are merged after a look; everybody is in the new one', async () => {
  const token = await as('administrator')
  const province = await aUnit({ type: 'tinh' })
  const one = await aUnit({ type: 'xa', parentId: province, code: '28001' })
  const two = await aUnit({ type: 'xa', parentId: province, code: '28002' })
  for (const unitId of [one, two]) await aMembership({ personId: (await aPerson()).id, unitId })
  const form = { ...decision, with2: '28002', name: 'Xã Tân Phước 9', code: '28003', type: 'xa' }

  expect(await action(ask(token, one, 'merge', { ...form, with2: 'zzzz' }))).toMatchObject({
    data: { problems: { with2: expect.any(String) } },
  })
  expect(await action(ask(token, one, 'merge', { ...form, number: '', with2: '' }))).toMatchObject({
    data: { problems: { number: expect.any(String), 'form-too-few': expect.any(String) } },
  })
  expect(await action(ask(token, one, 'merge', form))).toMatchObject({
    kind: 'preview',
    preview: { begins: [{ name: 'Xã Tân Phước 9' }], people: [{ count: 1 }, { count: 1 }] },
  })
  expect((await unitAt(root, one, day))?.facts).not.toBeNull()
  const landed = leadsTo(await action(ask(token, one, 'merge', { ...form, step: 'write' })))
  const [made] = (await unitAt(root, one, day))?.successors ?? []
  expect(landed).toBe(`/units/${made?.unitId}?done=reorganised`)
  expect(made?.name).toBe('Xã Tân Phước 9')
  expect(await totalsOf(root, made?.unitId ?? '', day)).toMatchObject({ all: { people: 2 } })
})

test('a split places people by list; who is in none waits above', async () => {
  const token = await as('administrator')
  const province = await aUnit({ type: 'tinh' })
  const unit = await aUnit({ parentId: province })
  const [named, left] = [await aPerson(), await aPerson()]
  for (const { id } of [named, left]) await aMembership({ personId: id, unitId: unit })
  const shown = await loader(ask(token, unit, 'split'))
  expect(shown.splitting?.people).toHaveLength(2)

  const form = { ...decision, name1: 'Phòng Một', name2: 'Phòng Hai', [`person-${named.id}`]: '2', step: 'write' }
  expect(leadsTo(await action(ask(token, unit, 'split', form)))).toContain('done=reorganised')
  expect(await totalsOf(root, province, day)).toMatchObject({ all: { people: 2, waiting: 1 } })
})

test('each other decision is looked at first and then written', async () => {
  const token = await as('administrator')
  const province = await aUnit({ type: 'tinh' })
  const [unit, other] = [await aUnit({ parentId: province }), await aUnit({ parentId: province })]
  const decide = async (kind: string, form: Record<string, string>) => {
    expect(await action(ask(token, unit, kind, { ...decision, ...form }))).toMatchObject({ kind: 'preview' })
    expect(leadsTo(await action(ask(token, unit, kind, { ...decision, ...form, step: 'write' })))).toContain('done=')
  }
  await decide('rename', { name: 'Phòng Tên Mới', code: '' })
  await decide('change-type', { name: 'Trung tâm Tên Mới', code: '', type: 'don_vi_su_nghiep' })
  expect((await unitAt(root, unit, day))?.facts).toMatchObject({ name: 'Trung tâm Tên Mới', type: 'don_vi_su_nghiep' })
  await decide('move', { parent: other })
  expect((await unitAt(root, unit, day))?.facts?.parentId).toBe(other)
  await decide('dissolve', { successor: other })
  expect((await unitAt(root, unit, day))?.facts).toBeNull()
})

test('only administrators reorganise', async () => {
  const unit = await aUnit()
  for (const role of ['manager', 'trainer', 'learner'] as const) {
    const token = await as(role)
    expect(await statusOf(loader(ask(token, unit, 'merge')))).toBe(404)
    expect(await statusOf(action(ask(token, unit, 'dissolve', { ...decision, step: 'write' })))).toBe(404)
  }
})
