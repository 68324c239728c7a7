import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { expect, test } from 'vitest'
import { write } from '#app/db/db.server.ts'
import { openSession } from '#app/people/open-session.server.ts'
import type { Role } from '#app/people/person.ts'
import { action as name, loader as names } from '#app/routes/units/aliases.tsx'
import { action, loader } from '#app/routes/units/reorganisations.tsx'
import { action as site, loader as sites } from '#app/routes/units/sites.tsx'
import { action as establishTop, loader as top } from '#app/routes/units/top.tsx'
import { loader as unitPage } from '#app/routes/units/unit.tsx'
import { action as takeBack, loader as withdrawal } from '#app/routes/units/withdrawal.tsx'
import { unitAt } from '#app/units/tree/unit-at.server.ts'
import { usualPreferences } from '#app/web/preferences.ts'
import { aPerson } from '#tests/factories.ts'
import { headcountOf } from '#tests/unit-reading.ts'
import { aMembership, aUnit, manages } from '#tests/units.ts'

const context = { script: null, preferences: usualPreferences, isPublic: false }
const root = 'command-line' as const
const day = '2025-07-01'
const decision = { number: '1663/NQ-UBTVQH15', decisionDay: '2025-06-16', effectiveDay: day }

async function as(role: Role) {
  return tokenOf(await aPerson({ role }))
}

function tokenOf(who: Awaited<ReturnType<typeof aPerson>>) {
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
  expect(await headcountOf(root, made?.unitId ?? '', day)).toMatchObject({ people: 2 })
})

test('five communes become one in one decision', async () => {
  const token = await as('administrator')
  const province = await aUnit({ type: 'tinh' })
  const communes = await Promise.all([1, 2, 3, 4, 5].map(() => aUnit({ type: 'xa', parentId: province })))
  for (const unitId of communes) await aMembership({ personId: (await aPerson()).id, unitId })
  const [first = '', ...others] = communes
  const typed = Object.fromEntries(others.map((unitId, place) => [`with${place + 2}`, unitId]))
  const form = { ...decision, ...typed, name: 'Xã Năm Trong Một', code: '28005', type: 'xa', step: 'write' }

  expect(leadsTo(await action(ask(token, first, 'merge', form)))).toContain('done=reorganised')
  const [made] = (await unitAt(root, first, day))?.successors ?? []
  expect((await unitAt(root, made?.unitId ?? '', day))?.predecessors).toHaveLength(5)
  expect(await headcountOf(root, made?.unitId ?? '', day)).toMatchObject({ people: 5 })
})

test('a part leaves for a unit that stands while the unit lives on with the others', async () => {
  const token = await as('administrator')
  const province = await aUnit({ type: 'tinh' })
  const [unit, other] = [await aUnit({ parentId: province }), await aUnit({ parentId: province, name: 'Phòng Nhận' })]
  const [leaving, staying] = [await aPerson(), await aPerson()]
  for (const { id } of [leaving, staying]) await aMembership({ personId: id, unitId: unit })
  const form = { ...decision, standing1: 'phong nhan', [`person-${leaving.id}`]: '1' }

  expect(await action(ask(token, unit, 'split', form))).toMatchObject({ data: { problems: expect.any(Object) } })
  const asked = { ...form, standing1: other, stays: 'yes', step: 'write' }
  expect(leadsTo(await action(ask(token, unit, 'split', asked)))).toContain('done=reorganised')
  expect(await headcountOf(root, unit, day)).toMatchObject({ people: 1 })
  expect(await headcountOf(root, other, day)).toMatchObject({ people: 1 })
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
  expect(await headcountOf(root, province, day)).toMatchObject({ people: 2, waiting: 1 })
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

test('each problem of a decision names the unit it is about', async () => {
  const token = await as('administrator')
  const province = await aUnit({ type: 'tinh', name: 'Tỉnh Có Tên' })
  const one = await aUnit({ parentId: province, name: 'Phòng Còn Đó' })
  const late = await aUnit({ parentId: province, name: 'Phòng Lập Sau', from: '2026-01-01' })
  const problemsOf = async (unit: string, kind: string, form: Record<string, string>) => {
    const refused = await action(ask(token, unit, kind, { ...decision, ...form }))
    return 'data' in refused ? refused.data.problems : {}
  }

  expect(await problemsOf(one, 'merge', { with2: late, name: 'Phòng Chung' })).toEqual({
    'form-not-alive': expect.stringMatching(/^Phòng Lập Sau: /),
  })
  expect(await problemsOf(one, 'move', { parent: one })).toMatchObject({
    'form-into-itself': expect.stringMatching(/Còn Đó/),
  })
  expect(await problemsOf(province, 'establish', { name: 'Phòng Còn Đó', type: 'phong_so' })).toEqual({
    name: expect.stringMatching(/^Phòng Còn Đó: /),
  })
})

test('a manager makes classes and teams below their unit without a decision, and no other unit', async () => {
  const manager = await aPerson({ role: 'manager' })
  const [token, own] = [await tokenOf(manager), await manages(manager)]
  const form = { number: '', decisionDay: '', effectiveDay: day, name: 'Lớp tối thứ Ba', code: '', step: 'write' }

  expect((await loader(ask(token, own, 'establish'))).open).toMatchObject({ kinds: ['establish'] })
  expect(await statusOf(action(ask(token, own, 'establish', { ...form, type: 'phong_so' })))).toBe(404)
  expect(await statusOf(action(ask(token, own, 'dissolve', form)))).toBe(403)
  expect(await statusOf(loader(ask(token, await aUnit(), 'establish')))).toBe(403)
  const landed = String(leadsTo(await action(ask(token, own, 'establish', { ...form, type: 'lop' }))))
  const made = landed.split(/[/?]/)[2] ?? ''
  expect((await unitAt(root, made, day))?.facts).toMatchObject({ name: 'Lớp tối thứ Ba', type: 'lop', parentId: own })

  const ending = { ...form, successor: '' }
  expect(leadsTo(await action(ask(token, made, 'dissolve', { ...ending, effectiveDay: '2025-09-01' })))).toContain(
    'done=',
  )
  expect((await unitAt(root, made, '2025-09-01'))?.facts).toBeNull()
})

test('an administrator establishes a unit above which nothing stands', async () => {
  const token = await as('administrator')
  const form = { ...decision, name: 'Tỉnh Mới Lập', code: '82', type: 'tinh' }
  expect(await establishTop(ask(token, '', '', { ...form, name: '' }))).toMatchObject({
    data: { problems: { name: expect.any(String) } },
  })
  expect(await establishTop(ask(token, '', '', form))).toMatchObject({ kind: 'preview' })
  const landed = String(leadsTo(await establishTop(ask(token, '', '', { ...form, step: 'write' }))))
  const made = landed.split(/[/?]/)[2] ?? ''
  expect((await unitAt(root, made, day))?.facts).toMatchObject({ name: 'Tỉnh Mới Lập', parentId: null })
  expect(await statusOf(top(ask(await as('manager'), '', '')))).toBe(404)
})

test('an administrator says in which communes a unit stands after a look; who manages it may not', async () => {
  const token = await as('administrator')
  const manager = await aPerson({ role: 'manager' })
  const zone = await manages(manager)
  const [one, two] = [await aUnit({ type: 'xa', name: 'Xã Bên Này' }), await aUnit({ type: 'xa', name: 'Xã Bên Kia' })]
  const form = { place1: 'xa ben nay', place2: two, place3: '', place4: '', fromDay: day, reason: 'QĐ 3' }

  expect(await site(ask(token, zone, '', { ...form, place1: 'zzzz' }))).toMatchObject({
    data: { problems: { place1: expect.any(String) } },
  })
  expect(await site(ask(token, zone, '', { ...form, reason: '' }))).toMatchObject({
    data: { problems: { reason: expect.any(String) }, values: { place1: one } },
  })
  expect(await site(ask(token, zone, '', form))).toMatchObject({
    kind: 'preview',
    places: ['Xã Bên Này', 'Xã Bên Kia'],
  })
  expect((await unitPage(ask(token, zone, ''))).sites).toEqual([])
  expect(leadsTo(await site(ask(token, zone, '', { ...form, step: 'write' })))).toBe(`/units/${zone}?done=sited`)
  expect((await unitPage(ask(token, zone, ''))).sites.map(({ name }) => name)).toEqual(['Xã Bên Kia', 'Xã Bên Này'])
  expect(await statusOf(sites(ask(await tokenOf(manager), zone, '')))).toBe(403)
})

test('an administrator says by which other names a unit is found; who manages it may not', async () => {
  const manager = await aPerson({ role: 'manager' })
  const unit = await manages(manager)
  const token = await as('administrator')
  const form = { aliases: 'SKHCN; Sở KH&CN', reason: '' }

  expect(await name(ask(token, unit, '', form))).toMatchObject({
    data: { problems: { reason: expect.any(String) }, values: { aliases: 'SKHCN; Sở KH&CN' } },
  })
  expect(leadsTo(await name(ask(token, unit, '', { ...form, reason: 'QĐ 3' })))).toBe(`/units/${unit}?done=named`)
  expect((await names(ask(token, unit, ''))).aliases).toEqual(['SKHCN', 'Sở KH&CN'])
  expect(await statusOf(names(ask(await tokenOf(manager), unit, '')))).toBe(403)
  expect(await statusOf(name(ask(await tokenOf(manager), unit, '', { ...form, reason: 'QĐ 3' })))).toBe(403)
})

test('a decision entered by mistake is looked at, then withdrawn with a reason; one that was built upon says by what', async () => {
  const token = await as('administrator')
  const province = await aUnit({ type: 'tinh' })
  const unit = await aUnit({ parentId: province, name: 'Phòng Tên Đúng' })
  for (const [name, effectiveDay] of [
    ['Phòng Tên Sai', day],
    ['Phòng Tên Sau', '2025-08-01'],
  ] as const)
    await action(ask(token, unit, 'rename', { ...decision, effectiveDay, name, code: '', step: 'write' }))
  const [last, first] = (await unitAt(root, unit, day))?.history.map(({ id }) => id) ?? []
  const asked = (id = '', who = token, form?: Record<string, string>) => {
    return { ...ask(who, unit, '', form), params: { reorganisation: id } }
  }

  const named = { 'form-built-upon': expect.stringMatching(/^Phòng Tên Sau: /) }
  expect(await withdrawal(asked(first))).toMatchObject({ problems: named })
  expect(await takeBack(asked(first, token, { reason: 'nhầm' }))).toMatchObject({ data: { problems: named } })
  expect(await withdrawal(asked(last))).toMatchObject({ problems: {}, people: 0 })
  expect(await takeBack(asked(last, token, { reason: ' ' }))).toMatchObject({
    data: { problems: { reason: expect.any(String) } },
  })
  for (const id of [last, first])
    expect(leadsTo(await takeBack(asked(id, token, { reason: 'nhầm' })))).toBe(`/units/${unit}?done=withdrawn`)
  expect((await unitAt(root, unit, '2026-01-01'))?.facts?.name).toBe('Phòng Tên Đúng')
  expect(await statusOf(withdrawal(asked(last)))).toBe(404)
  expect(await statusOf(takeBack(asked(first, await as('manager'), { reason: 'x' })))).toBe(404)
})

test('only administrators reorganise', async () => {
  const unit = await aUnit()
  for (const role of ['manager', 'trainer', 'learner'] as const) {
    const token = await as(role)
    expect(await statusOf(loader(ask(token, unit, 'merge')))).toBe(404)
    expect(await statusOf(action(ask(token, unit, 'dissolve', { ...decision, step: 'write' })))).toBe(404)
  }
})

test('the newest decision about a class leads to its withdrawal for the manager who made it; about an office it does not', async () => {
  const who = await aPerson({ role: 'manager' })
  const unit = await manages(who)
  const token = await tokenOf(who)
  const lop = await aUnit({ type: 'lop', parentId: unit, name: 'Lớp A' })
  const office = await aUnit({ type: 'phong_so', parentId: unit })
  const mayWithdraw = async (of: string) => (await unitPage(ask(token, of, ''))).mayWithdraw
  expect(await mayWithdraw(lop)).toBe(true)
  expect(await mayWithdraw(office)).toBe(false)
  const stranger = await tokenOf(await aPerson({ role: 'manager' }))
  expect((await unitPage(ask(await as('administrator'), office, ''))).mayWithdraw).toBe(true)
  const { history } = await unitPage(ask(token, lop, ''))
  const of = { ...ask(token, unit, ''), params: { reorganisation: history[0]?.id } }
  expect(await withdrawal(of)).toMatchObject({ problems: {} })
  expect(await statusOf(withdrawal({ ...ask(stranger, unit, ''), params: of.params }))).toBe(404)
})
