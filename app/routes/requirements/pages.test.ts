import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { expect, test } from 'vitest'
import { write } from '#app/db/db.server.ts'
import { openSession } from '#app/people/open-session.server.ts'
import { loader as boxes, action as change } from '#app/routes/requirements/draft.tsx'
import { loader as list } from '#app/routes/requirements/list.tsx'
import { action as ask, loader as choices } from '#app/routes/requirements/new.tsx'
import { loader as names, action as pick } from '#app/routes/requirements/people.tsx'
import { action as decide, loader as page } from '#app/routes/requirements/requirement.tsx'
import { usualPreferences } from '#app/web/preferences.ts'
import { anAgency, manages } from '#tests/asking.ts'
import { countQueries } from '#tests/count-queries.ts'
import { aPerson } from '#tests/factories.ts'
import { aMembership, aUnit } from '#tests/units.ts'

const context = { script: null, preferences: usualPreferences, isPublic: false }

async function tokenOf(who: Awaited<ReturnType<typeof aPerson>>) {
  return write((tx) => openSession(tx, who, { device: '?', isShared: false }, new Date()))
}

async function aDesk() {
  const agency = await anAgency()
  const token = await tokenOf(agency.manager)
  const form = { what: `course:${agency.courseId}`, window: 'fixed', opensDay: '2026-01-01', dueDay: '2090-01-31' }
  const usual = { ...form, graceDays: '0', atLeastDays: '30', number: '12/QĐ-SNV', decisionDay: '2026-01-05' }
  return { ...agency, token, usual }
}

function get(token: string, params: Record<string, string>, path = '/x'): LoaderFunctionArgs {
  return {
    request: new Request(`http://localhost${path}`, { headers: { cookie: `ben-so=${token}` } }),
    params,
    context,
  }
}

function post(token: string, params: Record<string, string>, form: Record<string, string>): ActionFunctionArgs {
  const headers = { cookie: `ben-so=${token}` }
  const body = new URLSearchParams(form)
  return { request: new Request('http://localhost/x', { method: 'POST', headers, body }), params, context }
}

/** Where it leads to, or the problems it comes back with, or the status it was refused with. */
async function landed(work: Promise<unknown>): Promise<unknown> {
  const outcome = await work.catch((thrown: unknown) => thrown)
  if (outcome instanceof Response) return outcome.headers.get('location') ?? outcome.status
  if (typeof outcome === 'object' && outcome !== null && 'data' in outcome) return outcome.data
  throw outcome
}

test('a manager asks, sees whom, publishes and ends it', async () => {
  const { unitId, officeId, token, usual, phuc } = await aDesk()
  expect(await choices(get(token, { unit: unitId }))).toMatchObject({ choices: { below: [{ unitId: officeId }] } })
  const where = String(await landed(ask(post(token, { unit: unitId }, { ...usual, whom: 'only' }))))
  const requirement = where.slice('/requirements/'.length)
  const on = { requirement }
  expect(await page(get(token, on))).toMatchObject({ preview: { people: 1 }, requirement: { state: 'draft' } })

  expect(await boxes(get(token, on))).toMatchObject({
    draft: { values: { title: '', whom: 'only', dueDay: '2090-01-31' } },
  })
  expect(await landed(change(post(token, on, { ...usual, [`unit-${officeId}`]: 'yes' })))).toBe(where)
  expect(await page(get(token, on))).toMatchObject({ preview: { people: 1, names: [phuc.fullName] } })

  expect(await landed(decide(post(token, on, { deed: 'publish' })))).toBe(`${where}?done=published`)
  expect(await page(get(token, on))).toMatchObject({ preview: null, requirement: { state: 'asked', mayKeep: true } })
  expect(await landed(boxes(get(token, on)))).toBe(404)
  expect(await landed(decide(post(token, on, { deed: 'end', day: '2089-02-30', reason: 'x' })))).toMatchObject({
    problems: { day: expect.stringContaining('Ngày kết thúc') },
  })
  expect(await landed(decide(post(token, on, { deed: 'end', day: '2089-01-01', reason: 'QĐ 20' })))).toBe(
    `${where}?done=ended`,
  )
  expect(await list(get(token, { unit: unitId }))).toMatchObject({ own: [{ id: requirement, state: 'ending' }] })
})

test('what was typed comes back with what is wrong at its box', async () => {
  const { unitId, token, usual } = await aDesk()
  const sent = { ...usual, what: '', dueDay: '2090-02-31', title: 'Học gấp' }
  expect(await landed(ask(post(token, { unit: unitId }, sent)))).toMatchObject({
    problems: { what: expect.any(String), dueDay: expect.any(String) },
    values: { title: 'Học gấp', dueDay: '2090-02-31' },
  })
})

test('people chosen in a list are named from the first, but for whose box was emptied and who is not theirs', async () => {
  const { unitId, token, usual, mai, phuc } = await aDesk()
  const stranger = await aPerson()
  await aMembership({ personId: stranger.id, unitId: await aUnit() })
  const chosen = [mai, phuc, stranger].map(({ id }) => `person=${id}`).join('&')
  expect((await choices(get(token, { unit: unitId }, `/x?${chosen}`))).chosen.map(({ id }) => id)).toEqual([
    mai.id,
    phuc.id,
  ])
  const ticks = { [`person-${mai.id}`]: 'yes', [`person-${stranger.id}`]: 'yes', 'person-x': 'yes' }
  const where = String(await landed(ask(post(token, { unit: unitId }, { ...usual, ...ticks, whom: 'names' }))))
  expect(await page(get(token, { requirement: where.slice('/requirements/'.length) }))).toMatchObject({
    preview: { people: 1, names: [mai.fullName] },
    requirement: { names: 1, clauses: [] },
  })
})

test('people are picked by name for a draft, and a draft can be dropped', async () => {
  const { unitId, token, usual, mai } = await aDesk()
  const where = String(await landed(ask(post(token, { unit: unitId }, { ...usual, whom: 'names', number: '' }))))
  const on = { requirement: where.slice('/requirements/'.length) }
  expect(await landed(decide(post(token, on, { deed: 'publish' })))).toMatchObject({
    problems: { 'form-decision-number': expect.any(String) },
  })
  const found = await names(get(token, on, '/x?q=mai'))
  expect(found).toMatchObject({ people: [{ id: mai.id }], named: [] })
  expect(await landed(pick(post(token, on, { deed: 'add', person: mai.id })))).toBe(`${where}/people`)
  expect(await page(get(token, on))).toMatchObject({ preview: { people: 1 }, requirement: { names: 1 } })
  await pick(post(token, on, { deed: 'remove', person: mai.id }))
  expect(await page(get(token, on))).toMatchObject({ preview: { people: 0 } })
  expect(await landed(decide(post(token, on, { deed: 'drop' })))).toBe(`/units/${unitId}/requirements?dropped`)
  expect(await landed(page(get(token, on)))).toBe(404)
})

test('managers of other units and learners find nothing there', async () => {
  const { unitId, token, usual } = await aDesk()
  const where = String(await landed(ask(post(token, { unit: unitId }, usual))))
  const on = { requirement: where.slice('/requirements/'.length) }
  const stranger = await aPerson({ role: 'manager' })
  await manages(stranger, await aUnit())
  for (const other of [await tokenOf(stranger), await tokenOf(await aPerson())]) {
    expect(await landed(list(get(other, { unit: unitId })))).toBe(404)
    for (const asked of [page, boxes, names]) expect(await landed(asked(get(other, on)))).toBe(404)
    for (const done of [decide, change, pick])
      for (const form of [{ ...usual, deed: 'publish', person: stranger.id }, {}])
        expect(await landed(done(post(other, on, form)))).toBe(404)
  }
  expect(await landed(list(get('', { unit: unitId })))).toContain('/sign-in')
})

test('the list of a unit asks the database twelve times at most', async () => {
  const { unitId, token, usual } = await aDesk()
  await landed(ask(post(token, { unit: unitId }, usual)))
  expect(await countQueries(() => list(get(token, { unit: unitId })))).toBeLessThanOrEqual(12)
})
