import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { expect, test } from 'vitest'
import { write } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { openSession } from '#app/people/open-session.server.ts'
import type { Role } from '#app/people/person.ts'
import { action as move, loader as place } from '#app/routes/units/membership.tsx'
import { action as end, loader as ending } from '#app/routes/units/membership-end.tsx'
import { action as add, loader as adding } from '#app/routes/units/memberships.tsx'
import { loader as holding, action as takeBack } from '#app/routes/units/role.tsx'
import { action as give, loader as roles } from '#app/routes/units/roles.tsx'
import { loader as tree } from '#app/routes/units/tree.tsx'
import { loader as unit } from '#app/routes/units/unit.tsx'
import { newMemberId } from '#app/units/memberships/new-member-id.ts'
import { appoint } from '#app/units/roles/appoint.server.ts'
import { rolesIn } from '#app/units/roles/roles-in.server.ts'
import { usualPreferences } from '#app/web/preferences.ts'
import { countQueries } from '#tests/count-queries.ts'
import { aPerson } from '#tests/factories.ts'
import { peopleOf } from '#tests/unit-reading.ts'
import { aMembership, aUnit, done } from '#tests/units.ts'

const context = { script: null, preferences: usualPreferences, isPublic: false }
const root = 'command-line' as const
const day = '2026-03-01'
const today = dayOf(new Date())

async function as(role: Role) {
  const who = await aPerson({ role })
  const token = await write((tx) => openSession(tx, who, { device: '?', isShared: false }, new Date()))
  return { id: who.id, token }
}

let next = 1

/** A commune with an office below it, somebody in the commune, and the manager of the commune. */
async function aCommune() {
  const manager = await as('manager')
  const commune = await aUnit({ type: 'xa' })
  const office = await aUnit({ type: 'phong_xa', parentId: commune, name: `Phòng Văn hóa số ${next++}` })
  const role = {
    personId: manager.id,
    unitId: commune,
    role: 'manager' as const,
    fromDay: '2021-01-01',
    reason: 'QĐ 1',
  }
  done(await appoint(root, role))
  const person = await aPerson({ fullName: 'Trần Thị Bé Ba' })
  const membership = await aMembership({ personId: person.id, unitId: commune })
  return { ...manager, commune, office, officeName: `phong van hoa so ${next - 1}`, person, membership }
}

type Asked = { path?: string; params?: Record<string, string>; form?: Record<string, string> }

function ask(token: string, { path = '/x', params = {}, form }: Asked): ActionFunctionArgs & LoaderFunctionArgs {
  const headers = { cookie: `ben-so=${token}` }
  const sent = form ? { method: 'POST', body: new URLSearchParams(form), headers } : { headers }
  return { request: new Request(`http://localhost${path}`, sent), params, context }
}

const statusOf = (work: Promise<unknown>) =>
  work.then(
    () => 200,
    (thrown: unknown) => (thrown instanceof Response ? thrown.status : 500),
  )
const leadsTo = (outcome: unknown) => (outcome instanceof Response ? outcome.headers.get('location') : outcome)
const namesIn = async (unitId: string, on = today) =>
  (await peopleOf(root, { unitId, day: on, isDirect: true }))?.people.map(({ fullName }) => fullName)

test('a person is taken in after a look: nothing is written by the preview', async () => {
  const { token, commune, office, person } = await aCommune()
  const form = { person: person.id, fromDay: day, position: 'Công chức', category: 'cong_chuc', reason: 'QĐ 2' }
  const asked = (step: string) => ask(token, { params: { unit: office }, form: { ...form, step } })

  expect(await add(asked('preview'))).toMatchObject({ kind: 'preview', name: person.fullName, isNew: false })
  expect(await namesIn(office)).toEqual([])
  expect(leadsTo(await add(asked('write')))).toContain(`/units/${office}?done=added&about=`)
  expect(await namesIn(office)).toEqual([person.fullName])
  expect(await namesIn(commune)).toEqual([person.fullName])
  expect(await add(asked('preview'))).toMatchObject({ data: { problems: { fromDay: expect.any(String) } } })
})

test('who has no account gets one with the place, and a code that is shown once', async () => {
  const { token, office } = await aCommune()
  const form = { fullName: 'Lê Văn Tám', birthYear: '1980', fromDay: day, position: '', category: 'vien_chuc' }
  const asked = (more: Record<string, string>) => ask(token, { params: { unit: office }, form: { ...form, ...more } })

  expect(await add(asked({ step: 'preview' }))).toMatchObject({ kind: 'preview', isNew: true })
  expect(await add(asked({ step: 'preview', fullName: '7', birthYear: 'x', fromDay: '' }))).toMatchObject({
    data: { problems: { fullName: expect.any(String), birthYear: expect.any(String), fromDay: expect.any(String) } },
  })
  expect(await add(asked({ step: 'write', birthYear: '2020' }))).toMatchObject({ init: { status: 422 } })
  expect(await add(asked({ step: 'edit' }))).toMatchObject({ data: { values: { fullName: 'Lê Văn Tám' } } })
  expect(await namesIn(office)).toEqual([])
  expect(await add(asked({ step: 'write', made: newMemberId() }))).toMatchObject({
    kind: 'issued',
    issued: { code: expect.any(String) },
  })
  expect(await namesIn(office)).toEqual(['Lê Văn Tám'])
})

test('the form of a new member sent twice makes one account: the second time leads to the person, without a code', async () => {
  const { token, office } = await aCommune()
  const form = { fullName: 'Lê Thị Hai Lần', birthYear: '', fromDay: day, position: '', category: 'vien_chuc' }
  const asked = (more: Record<string, string>) => ask(token, { params: { unit: office }, form: { ...form, ...more } })
  const seen = await add(asked({ step: 'preview' }))
  const made = 'kind' in seen && seen.kind === 'preview' ? (seen.values.made ?? '') : ''

  const answers = await Promise.all([1, 2].map(() => add(asked({ step: 'write', made }))))
  expect(answers.map((answer) => 'kind' in answer && answer.kind).sort()).toEqual(['already', 'issued'])
  expect(await add(asked({ step: 'write', made }))).toEqual({ kind: 'already', name: form.fullName, personId: made })
  expect(await add(asked({ step: 'preview', made }))).toMatchObject({ kind: 'preview', values: { made } })
  expect(await namesIn(office)).toEqual([form.fullName])
})

test("an account's id that is somebody else's act, too old or no id at all is refused in the same words", async () => {
  const { token, office, person } = await aCommune()
  const other = await aCommune()
  const made = newMemberId()
  const form = {
    fullName: 'Lê Thị Một',
    birthYear: '',
    fromDay: day,
    position: '',
    category: 'vien_chuc',
    step: 'write',
  }
  await add(ask(other.token, { params: { unit: other.office }, form: { ...form, made } }))
  const old = newMemberId(new Date(Date.now() - 25 * 60 * 60_000))
  const send = (id: string) => add(ask(token, { params: { unit: office }, form: { ...form, made: id } }))

  const refused = await send('x')
  expect(refused).toMatchObject({ data: { problems: { form: expect.any(String) }, values: { made: '' } } })
  for (const id of ['', old, made, person.id]) expect(await send(id)).toEqual(refused)
  expect(await namesIn(office)).toEqual([])
})

test('whom one does not see is found by the whole user name alone, and only while they belong nowhere', async () => {
  const { token, commune } = await aCommune()
  const [free, taken] = [await aPerson(), await aPerson()]
  await aMembership({ personId: taken.id, unitId: await aUnit() })
  const search = async (q: string) =>
    (await adding(ask(token, { path: `/x?q=${q}`, params: { unit: commune } }))).people?.map(({ id }) => id)

  expect(await search(free.username)).toEqual([free.id])
  expect(await search(free.username.slice(0, -1))).toEqual([])
  expect(await search(taken.username)).toEqual([])
  expect(await statusOf(adding(ask(token, { path: `/x?person=${taken.id}`, params: { unit: commune } })))).toBe(404)
})

test('a move is looked at, then written with day and reason; a unit may be typed by its name', async () => {
  const { token, commune, office, officeName, person, membership } = await aCommune()
  const form = { day, position: 'Chuyên viên', category: 'cong_chuc', reason: 'QĐ 45', toUnit: officeName }
  const asked = (more: Record<string, string>) => ask(token, { params: { membership }, form: { ...form, ...more } })

  expect(await move(asked({ reason: ' ' }))).toMatchObject({ data: { problems: { reason: expect.any(String) } } })
  expect(await move(asked({ toUnit: '' }))).toMatchObject({ data: { problems: { toUnit: expect.any(String) } } })
  expect(await move(asked({ toUnit: 'zzzz' }))).toMatchObject({ data: { problems: { toUnit: expect.any(String) } } })
  expect(await move(asked({ toUnit: commune }))).toMatchObject({ data: { problems: { toUnit: expect.any(String) } } })
  expect(await move(asked({}))).toMatchObject({ kind: 'preview', values: { toUnit: office } })
  expect(await namesIn(office)).toEqual([])
  expect(leadsTo(await move(asked({ step: 'write', toUnit: office })))).toContain(`/units/${office}?done=moved&about=`)
  expect([await namesIn(commune), await namesIn(office)]).toEqual([[], [person.fullName]])
})

test('one lands where the person is now, and is told what was done', async () => {
  const { token, commune, office, person, membership } = await aCommune()
  const form = { day, position: '', category: 'cong_chuc', reason: 'QĐ 45', toUnit: office, step: 'write' }
  const landed = String(leadsTo(await move(ask(token, { params: { membership }, form }))))

  const at = (path: string, who = token) => unit(ask(who, { path, params: { unit: office } }))
  expect((await at(landed)).told).toMatchObject({ done: 'moved', name: person.fullName, day })
  expect((await at(landed, (await aCommune()).token)).told).toEqual({ done: 'moved' })
  expect((await at(`/units/${office}?done=moved&about=x`)).told).toEqual({ done: 'moved' })
  expect((await at(`/units/${office}?done=x`)).told).toBeNull()
  expect(await namesIn(commune)).toEqual([])
})

test('what one may look at but not change is a refusal, what one may not know of is not there', async () => {
  const { commune, office, membership } = await aCommune()
  const auditor = await as('manager')
  const role = { personId: auditor.id, unitId: commune, role: 'auditor' as const, fromDay: '2021-01-01', reason: 'QĐ' }
  done(await appoint(root, role))
  const look = { params: { unit: office, membership } }
  for (const load of [adding, roles, place, ending]) expect(await statusOf(load(ask(auditor.token, look)))).toBe(403)

  const company = { params: { unit: await aUnit({ type: 'doanh_nghiep' }), membership: newMemberId() } }
  for (const load of [adding, roles, place, ending]) expect(await statusOf(load(ask(auditor.token, company)))).toBe(404)
})

test('to end a place needs a day on which it was held, and a reason', async () => {
  const { token, commune, person, membership } = await aCommune()
  const asked = (form: Record<string, string>) => ask(token, { params: { membership }, form })

  expect(await end(asked({ day: '2000-01-01', reason: 'x' }))).toMatchObject({
    data: { problems: { day: expect.any(String) } },
  })
  expect(await end(asked({ day, reason: 'nghỉ hưu' }))).toMatchObject({ kind: 'preview' })
  expect(await namesIn(commune)).toEqual([person.fullName])
  expect(leadsTo(await end(asked({ day, reason: 'nghỉ hưu', step: 'write' })))).toContain('done=ended')
  expect(await namesIn(commune)).toEqual([])
})

test('a role is looked at, given and taken back, each with day and reason', async () => {
  const { token, commune, office, person } = await aCommune()
  const form = { person: person.id, role: 'manager', fromDay: '2026-01-01', reason: 'QĐ 9' }
  const asked = (unit: string, more: Record<string, string>) =>
    ask(token, { params: { unit }, form: { ...form, ...more } })
  const holders = async () => (await roles(ask(token, { params: { unit: office } }))).holders

  for (const step of ['preview', 'write']) expect(await statusOf(give(asked(commune, { step })))).toBe(403)
  expect(await give(asked(office, { reason: '' }))).toMatchObject({
    data: { problems: { reason: expect.any(String) } },
  })
  expect(await give(asked(office, {}))).toMatchObject({ kind: 'preview', role: 'manager' })
  expect(await holders()).toEqual([])
  expect(leadsTo(await give(asked(office, { step: 'write' })))).toContain(`/units/${office}?done=appointed&about=`)
  const [held] = await holders()
  expect(held).toMatchObject({ fullName: person.fullName, role: 'manager', mayEnd: true })

  const taken = (more: Record<string, string>) =>
    takeBack(ask(token, { params: { holding: held?.id ?? '' }, form: { day: today, reason: 'thôi việc', ...more } }))
  expect(await taken({ day: '2020-01-01' })).toMatchObject({ data: { problems: { day: expect.any(String) } } })
  expect(await taken({})).toMatchObject({ kind: 'preview' })
  expect(leadsTo(await taken({ step: 'write' }))).toContain('done=unappointed')
  expect(await holders()).toEqual([])
})

test('nobody looks at or moves the people of units that are not theirs', async () => {
  const { commune, membership, person } = await aCommune()
  const neighbour = await aCommune()
  const form = { person: person.id, fromDay: day, day, reason: 'x', toUnit: neighbour.office, step: 'write' }
  const [held] = (await rolesIn(root, commune))?.holders ?? []
  const managing = held?.id ?? ''
  const tokens = [neighbour.token, (await as('learner')).token, (await as('trainer')).token]
  for (const token of tokens) {
    const of = { params: { unit: commune, membership, holding: managing } }
    const isManager = token === neighbour.token
    for (const load of [place, ending, holding]) expect(await statusOf(load(ask(token, of)))).toBe(404)
    for (const load of [adding, roles]) expect(await statusOf(load(ask(token, of)))).toBe(isManager ? 403 : 404)
    for (const act of [move, end, takeBack]) expect(await statusOf(act(ask(token, { ...of, form })))).toBe(404)
    for (const act of [add, give]) expect(await statusOf(act(ask(token, { ...of, form })))).toBe(isManager ? 403 : 404)
  }
  expect(await namesIn(commune)).toEqual([person.fullName])
})

test('the pages of units ask the database no more often when there is more to show', async () => {
  const { token, commune, membership } = await aCommune()
  const pages: Array<[() => Promise<unknown>, number]> = [
    [() => tree(ask(token, { path: '/units' })), 4],
    [() => unit(ask(token, { path: '/x', params: { unit: commune } })), 12],
    [() => place(ask(token, { params: { membership } })), 7],
    [() => roles(ask(token, { params: { unit: commune } })), 7],
  ]
  const counted = async () => {
    const counts: number[] = []
    for (const [load] of pages) counts.push(await countQueries(load))
    return counts
  }
  const before = await counted()
  for (let more = 0; more < 12; more++) {
    const unitId = await aUnit({ type: 'phong_xa', parentId: commune })
    for (let people = 0; people < 3; people++) await aMembership({ personId: (await aPerson()).id, unitId })
  }
  expect(await counted()).toEqual(before)
  for (const [place, count] of before.entries()) expect(count).toBeLessThanOrEqual(pages[place]?.[1] ?? 0)
})
