import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { dayOf } from '#app/i18n/day.ts'
import { giveExceptions } from '#app/requirements/exceptions/give.server.ts'
import { hoursOf } from '#app/requirements/hours/hours-of.server.ts'
import { loader as figures } from '#app/routes/standings/figures.tsx'
import { loader as file } from '#app/routes/standings/file.ts'
import { loader as learner } from '#app/routes/standings/learner.tsx'
import { action as deed, loader as people } from '#app/routes/standings/people.tsx'
import { usualPreferences } from '#app/web/preferences.ts'
import { countQueries } from '#tests/count-queries.ts'
import { anEdition, aPerson } from '#tests/factories.ts'
import { completes } from '#tests/renewing.ts'
import { aRequirement } from '#tests/requirements.ts'
import { anOfficeAsked, signedInFor } from '#tests/standings.ts'
import { aMembership, aUnit } from '#tests/units.ts'

const context = { script: null, preferences: usualPreferences, isPublic: false }

function ask(path: string, token: string, params: Record<string, string>): LoaderFunctionArgs {
  const request = new Request(`http://localhost${path}`, { headers: { cookie: `ben-so=${token}` } })
  return { request, params, context }
}

const statusOf = (work: Promise<unknown>) =>
  work.then(
    () => 200,
    (thrown: unknown) => (thrown instanceof Response ? thrown.status : 500),
  )

test('figures and people of a unit are there for who answers for it; for others there is no such page', async () => {
  const { department } = await anOfficeAsked()
  const { token } = await signedInFor(department)
  const { token: stranger } = await signedInFor(await aUnit())
  const { token: learner } = await signedInFor(null, 'learner')
  for (const load of [figures, people, file]) {
    const status = (held: string) => statusOf(Promise.resolve(load(ask('/x.csv', held, { unit: department }))))
    expect([await status(token), await status(stranger), await status(learner)]).toEqual([200, 404, 404])
    expect(await status('')).toBe(302)
  }
})

test('a filter that makes no sense counts as not asked', async () => {
  const { department, requirementId } = await anOfficeAsked()
  const { token } = await signedInFor(department)
  const nonsense = '?requirement=x&standing=dancing&day=2026-02-31&q=&after='
  expect(await people(ask(`/x${nonsense}`, token, { unit: department }))).toMatchObject({
    page: { people: [{}, {}, {}], mayAct: true },
    requirements: [{ id: requirementId }],
  })
  const late = await people(ask(`/x?standing=overdue&q=cuong`, token, { unit: department }))
  expect(late.page.people.map(({ fullName }) => fullName)).toEqual(['Lê Văn Cường'])
  const before = await people(ask('/x?day=2026-01-02', token, { unit: department }))
  expect(before.page).toMatchObject({ people: [], mayAct: false })
})

test('the file opens as what its address says', async () => {
  const { department } = await anOfficeAsked()
  const { token } = await signedInFor(department)
  const csv = await file(ask('/units/x/standings.csv', token, { unit: department }))
  expect(csv.headers.get('content-disposition')).toContain('hoc-bat-buoc.csv')
  expect(await csv.text()).toContain('"Lê Văn Cường"')
  const xlsx = await file(ask('/units/x/standings.xlsx', token, { unit: department }))
  expect(xlsx.headers.get('content-type')).toContain('spreadsheetml')
  expect(
    Buffer.from(await xlsx.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
})

test('pages of standings take at most twelve queries, the session counted', async () => {
  const { department, people: all, requirementId } = await anOfficeAsked()
  const { token } = await signedInFor(department)
  const params = { unit: department, person: all[1]?.id ?? '' }
  const pages: Array<[typeof figures | typeof people | typeof learner, string, number]> = [
    [figures, '/x', 8],
    [people, '/x', 10],
    [people, '/x?standing=overdue&q=cuong', 11],
    [people, '/x?day=2026-04-01', 10],
    [learner, '/x', 13], // twelve once the process knows the requirements
    [learner, `/x?requirement=${requirementId}`, 14],
  ]
  for (const [load, path, most] of pages) {
    const n = await countQueries(async () => load(ask(path, token, params)))
    expect(n).toBeLessThanOrEqual(most)
  }
})

test('a manager sees how one of theirs stands and what is behind it; of others there is no such page', async () => {
  const { department, office, people: all, requirementId } = await anOfficeAsked()
  const { token } = await signedInFor(department)
  const { token: stranger } = await signedInFor(await aUnit())
  const [first, second] = all.map(({ id }) => id)
  const params = { unit: department, person: second ?? '' }

  const page = await learner(ask('/x', token, params))
  expect(page.learner).toMatchObject({ fullName: 'Trần Thị Bình', unitName: 'Văn phòng Sở', isBand: false })
  expect(page.standings).toMatchObject([{ requirement: { id: requirementId }, reported: 'overdue' }])
  const why = await learner(ask(`/x?requirement=${requirementId}`, token, { unit: office, person: first ?? '' }))
  expect(why.traced?.events.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['asked', 'completed', 'reported']))

  expect(await statusOf(learner(ask('/x', stranger, params)))).toBe(404)
  expect(await statusOf(learner(ask('/x', token, { ...params, unit: await aUnit() })))).toBe(404)
  expect(await statusOf(learner(ask(`/x?requirement=${department}`, token, params)))).toBe(404)
})

/** A unit that asks its two people for a course, and one of them has completed that one and another. */
async function twoCourses(type: 'so_nganh' | 'doanh_nghiep') {
  const unit = await aUnit({ type })
  const [person, other] = [await aPerson(), await aPerson()]
  for (const { id } of [person, other]) await aMembership({ personId: id, unitId: unit, category: 'cong_chuc' })
  const [asked, own] = [
    await anEdition({ sheet: { title: 'Được giao' } }),
    await anEdition({ sheet: { title: 'Tự học' } }),
  ]
  await aRequirement({ unitId: unit, courseIds: [asked.courseId] })
  for (const edition of [asked, own]) await completes(person, edition, new Date())
  const { token } = await signedInFor(unit)
  const open = async (id: string) => learner(ask('/x', token, { unit, person: id }))
  return { page: await open(person.id), empty: await open(other.id), person }
}

test('a manager sees the hours of this year against the quota, and in which band courses were passed', async () => {
  const { page, empty, person } = await twoCourses('so_nganh')
  expect(page.learnt?.courses.map(({ title, band }) => [title, band])).toEqual([
    ['Tự học', 'high'],
    ['Được giao', 'high'],
  ])
  const today = dayOf(new Date())
  const hours = await hoursOf('command-line', person.id, Number(today.slice(0, 4)), today)
  expect(page.learnt?.hours).toMatchObject({ total: hours?.total, quota: { halfHours: 80 } })
  expect(empty.learnt).toMatchObject({ hours: { total: 0, quota: { halfHours: 80 } }, courses: [] })
})

test('an enterprise sees the band of what is asked of its workers, and neither hours nor what else they learn', async () => {
  const { page } = await twoCourses('doanh_nghiep')
  expect(page.learnt).toMatchObject({ hours: null, courses: [{ title: 'Được giao', band: 'high' }] })
  expect(JSON.stringify(page)).not.toMatch(/Tự học|"credit"|"answers?"/)
})

test('an enterprise sees whether its workers have learned, and not why one of them is excused', async () => {
  const { department, people: all, requirementId } = await anOfficeAsked({ type: 'doanh_nghiep' })
  const { token } = await signedInFor(department)
  const worker = all[1]?.id ?? ''
  const kind = { kind: 'pause' as const, requirementId: null, reason: 'Nghỉ thai sản' }
  await giveExceptions('command-line', { ...kind, personIds: [worker], fromDay: '2026-01-01', toDay: '' })
  const params = { unit: department, person: worker }

  const page = await learner(ask('/x', token, params))
  expect(page.learner.isBand).toBe(true)
  expect(page.standings).toMatchObject([{ stands: { standing: 'excused' }, excuse: null }])
  const why = await learner(ask(`/x?requirement=${requirementId}`, token, params))
  expect(JSON.stringify([page, why])).not.toMatch(/thai sản|"given"|"pause"/)
})

function send(query: string, token: string, unit: string, fields: Array<[string, string]>): ActionFunctionArgs {
  const body = new URLSearchParams(fields)
  const headers = { cookie: `ben-so=${token}` }
  const request = new Request(`http://localhost/units/x/standings/people${query}`, { method: 'POST', headers, body })
  return { request, params: { unit }, context }
}

const landing = (outcome: Awaited<ReturnType<typeof deed>>) =>
  'data' in outcome ? outcome.data.problem : (outcome.headers.get('location') ?? '')

test('a manager reminds the chosen, or the whole list, and is told how many', async () => {
  const { department, people: all, requirementId } = await anOfficeAsked()
  const { token } = await signedInFor(department)
  const [done = '', late = ''] = all.map(({ id }) => id)
  const query = `?requirement=${requirementId}`
  const remind = (fields: Array<[string, string]>, filter = query) =>
    deed(send(filter, token, department, [...fields, ['deed', 'remind']])).then(landing)

  expect(await remind([])).toBe('nobody')
  expect(await remind([['person', late]], '')).toBe('requirement-needed')
  expect(
    await remind([
      ['person', late],
      ['person', done],
    ]),
  ).toBe(`/units/${department}/standings/people${query}&reminded=1&left=1`)
  expect(await remind([['whole', '1']], `${query}&standing=overdue`)).toContain('&reminded=1&left=1')
})

test('more than can be reminded or excused at once are refused, and none of them is', async () => {
  const { department, people: all, requirementId } = await anOfficeAsked()
  const { token } = await signedInFor(department)
  const forged = Array.from({ length: 5_000 }, () => uuid())
  const many = [...all.map(({ id }) => id), ...forged].map((id): [string, string] => ['person', id])
  const press = async (name: string) =>
    landing(await deed(send(`?requirement=${requirementId}`, token, department, [...many, ['deed', name]])))
  expect([await press('remind'), await press('waiver')]).toEqual(['too-many-to-remind', 'too-many'])
  const late: Array<[string, string]> = [
    ['person', all[1]?.id ?? ''],
    ['deed', 'remind'],
  ]
  const alone = await deed(send(`?requirement=${requirementId}`, token, department, late))
  expect(landing(alone)).toContain('&reminded=1&left=0')
})

test('a manager is led to the form for exceptions with the people chosen', async () => {
  const { department, people: all, requirementId } = await anOfficeAsked()
  const { token } = await signedInFor(department)
  const whole: Array<[string, string]> = [
    ['whole', '1'],
    ['deed', 'waiver'],
  ]
  const place = new URL(
    landing(await deed(send(`?requirement=${requirementId}`, token, department, whole))),
    'http://x',
  )
  expect(place.pathname).toBe(`/units/${department}/exceptions/new`)
  expect(place.searchParams.get('kind')).toBe('waiver')
  expect(place.searchParams.getAll('person').sort()).toEqual(all.map(({ id }) => id).sort())
})

test('the chosen are taken to a new requirement, to their codes and to a file of them alone', async () => {
  const { department, people: all } = await anOfficeAsked()
  const { token } = await signedInFor(department)
  const [, late = '', other = ''] = all.map(({ id }) => id)
  const chosen: Array<[string, string]> = [late, other, late].map((id) => ['person', id])
  const lands = async (name: string, query = '') =>
    landing(await deed(send(query, token, department, [...chosen, ['deed', name]])))
  const people = `person=${late}&person=${other}`
  expect(await lands('assign')).toBe(`/units/${department}/requirements/new?${people}`)
  expect(await lands('codes')).toBe(`/units/${department}/codes?${people}`)
  const place = await lands('export', '?standing=overdue')
  expect(place).toBe(`/units/${department}/standings.xlsx?standing=overdue&${people}`)

  const csv = await file(ask(place.replace('xlsx', 'csv'), token, { unit: department }))
  const text = await csv.text()
  expect(text).toContain('Trần Thị Bình')
  expect(text).not.toContain('Nguyễn Văn An')
  expect(
    await file(ask(`/x.csv?person=${(await signedInFor(null)).who.id}`, token, { unit: department })).then((one) =>
      one.text(),
    ),
  ).not.toContain('"1"')
})

test('nobody acts for people of others', async () => {
  const { department, people: all, requirementId } = await anOfficeAsked()
  const { token } = await signedInFor(await aUnit())
  const fields: Array<[string, string]> = [
    ['person', all[1]?.id ?? ''],
    ['deed', 'remind'],
  ]
  expect(await statusOf(deed(send(`?requirement=${requirementId}`, token, department, fields)))).toBeGreaterThan(402)
})
