import type { LoaderFunctionArgs } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { afterEach, expect, test, vi } from 'vitest'
import { attempts } from '#app/attempts/schema.ts'
import { certificatesOf } from '#app/certificates/certificates-of.server.ts'
import { db, write } from '#app/db/db.server.ts'
import { allowMoreTime } from '#app/ledger/allow-more-time.server.ts'
import { openAttempt } from '#app/ledger/open-attempt.server.ts'
import { record } from '#app/ledger/record.server.ts'
import { openSession } from '#app/people/open-session.server.ts'
import type { Role, SignedIn } from '#app/people/person.ts'
import { loader as courses } from '#app/routes/administration/courses.tsx'
import { loader as index } from '#app/routes/administration/index.tsx'
import { action as announce, loader as maintenance } from '#app/routes/administration/maintenance.tsx'
import { action as withdraw } from '#app/routes/administration/withdrawal.ts'
import { loader as people } from '#app/routes/people/administration.tsx'
import { action as act, loader as person } from '#app/routes/people/person.tsx'
import { usualPreferences } from '#app/web/preferences.ts'
import { award } from '#tests/certificates.ts'
import { countQueries } from '#tests/count-queries.ts'
import { anEdition, aPerson, rightAnswer } from '#tests/factories.ts'
import { did } from '#tests/learning.ts'
import { aMember } from '#tests/people.ts'
import { manages } from '#tests/units.ts'

afterEach(() => void vi.restoreAllMocks())

const context = { script: null, preferences: usualPreferences, isPublic: false }

async function as(role: Role, fullName = 'Phạm Hoàng Ẩn') {
  const who = await aPerson({ role, fullName })
  const token = await write((tx) => openSession(tx, who, { device: '?', isShared: false }, new Date()))
  return { who, token }
}

function ask(path: string, token: string, { form, of }: { form?: Record<string, string>; of?: { id: string } } = {}) {
  const headers = { cookie: `ben-so=${token}` }
  const sent = form ? { method: 'POST', body: new URLSearchParams(form), headers } : { headers }
  return { request: new Request(`http://localhost${path}`, sent), params: of ? { person: of.id } : {}, context }
}

async function thrownBy(work: Promise<unknown>): Promise<number | string> {
  const outcome = await work.catch((thrown: unknown) => thrown)
  if (outcome instanceof Response) return outcome.status
  return outcome instanceof Error ? outcome.message : 'let in'
}

const leadsTo = (outcome: unknown) => (outcome instanceof Response ? outcome.headers.get('location') : outcome)

/** A learner with an exam taken, an answer that came late, a certificate and more time: everything a page can show. */
async function aBusyLearner(by: SignedIn) {
  const [learner, edition] = [await aMember(), await anEdition({ exam: { timeLimitMinutes: 45 } })]
  const start = new Date('2026-11-20T01:00:00Z')
  const opened = await openAttempt(learner, edition.slug, 'cuoi-khoa', start)
  if (!opened || 'refusal' in opened) throw new Error('not opened')
  const [row] = await db.select().from(attempts).where(eq(attempts.id, opened.attempt))
  const question = row?.paper.questions[2]?.question ?? { id: '' }
  const late = did.answered(edition, opened.attempt, question.id, 1, rightAnswer(question))
  await record(learner, { events: [late] }, new Date('2026-11-20T02:00:00Z'))
  await award(learner, edition.id)
  await allowMoreTime(by, learner.id, 50, 'mắt kém')
  return { learner, edition, attempt: opened.attempt, question: question.id }
}

const allowed = [
  { name: '/admin', load: index, roles: ['administrator', 'manager', 'trainer'] },
  { name: '/admin/people?q=be', load: people, roles: ['administrator', 'manager'] },
  { name: '/admin/people/:person', load: person, roles: ['administrator', 'manager'] },
  { name: '/admin/maintenance', load: maintenance, roles: ['administrator'] },
  { name: '/admin/courses', load: courses, roles: ['administrator', 'trainer'] },
] satisfies Array<{ name: string; load: (asked: LoaderFunctionArgs) => Promise<unknown>; roles: Role[] }>

test.each(allowed)('$name is there for $roles, for others it is a 404, for visitors the door', async (page) => {
  const load: (asked: LoaderFunctionArgs) => Promise<unknown> = page.load
  const roles: Role[] = page.roles
  const learner = await aMember()
  for (const role of ['learner', 'trainer', 'manager', 'administrator'] as const) {
    const { who, token } = await as(role)
    if (role === 'manager') await manages(who, learner)
    expect([role, await thrownBy(load(ask(page.name, token, { of: learner })))]).toEqual([
      role,
      roles.includes(role) ? 'let in' : 404,
    ])
  }
  expect(await thrownBy(load(ask(page.name, '', { of: learner })))).toBe(302)
})

test.each(allowed)('$name asks the database at most six times, the session counted', async (page) => {
  const load: (asked: LoaderFunctionArgs) => Promise<unknown> = page.load
  const { who, token } = await as('administrator')
  const { learner } = await aBusyLearner(who)
  await aBusyLearner(who)

  expect(await countQueries(() => load(ask(page.name, token, { of: learner })))).toBeLessThanOrEqual(6)
})

test('no form of another person’s page works for learners and trainers', async () => {
  const { learner, attempt, question } = await aBusyLearner((await as('administrator')).who)
  for (const role of ['learner', 'trainer'] as const) {
    const { token } = await as(role)
    for (const deed of ['role', 'name', 'birth-year', 'more-time', 'late'])
      expect(await thrownBy(act(ask('/x', token, { of: learner, form: { deed, attempt, question } })))).toBe(404)
    expect(await thrownBy(announce(ask('/x', token, { form: {} })))).toBe(404)
  }
})

test('a manager gives time and accepts late answers; names, years, roles and maintenance are a 404', async () => {
  const { token, who } = await as('manager')
  const { learner, attempt, question } = await aBusyLearner((await as('administrator')).who)
  await manages(who, learner)
  const post = (form: Record<string, string>) => act(ask('/admin/people/x', token, { of: learner, form }))

  const notTheirs: Array<Record<string, string>> = [
    { deed: 'name', fullName: 'Trần Thị Tư', 'name-reason': 'x' },
    { deed: 'birth-year', birthYear: '1970', 'year-reason': 'x' },
    { deed: 'role', role: 'trainer', reason: 'x' },
  ]
  for (const form of notTheirs) expect(await thrownBy(post(form))).toBe(404)
  expect(
    await thrownBy(announce(ask('/x', token, { form: { from: '2026-11-28T22:00', to: '2026-11-28T23:00' } }))),
  ).toBe(404)

  const done = `/admin/people/${learner.id}?done=`
  expect(leadsTo(await post({ deed: 'more-time', percent: '25', 'time-reason': 'x' }))).toBe(`${done}more-time`)
  expect(leadsTo(await post({ deed: 'late', attempt, question, 'late-reason-1': 'mất điện' }))).toBe(`${done}late`)
  expect(await person(ask('/x', token, { of: learner }))).toMatchObject({
    moreTime: { extraPercent: 25 },
    attempts: [{ late: [{ place: 3, isAccepted: true }] }],
    places: [{ unitId: expect.any(String), unit: expect.stringContaining('Đơn vị') }],
    papers: null,
    history: null,
    isAdministrator: false,
  })
})

test('an administrator mends a name: the paper keeps the old one and is listed to be issued again', async () => {
  const { who, token } = await as('administrator')
  const { learner } = await aBusyLearner(who)
  const [paper] = (await certificatesOf(who, learner.id)) ?? []
  const post = (form: Record<string, string>) => act(ask('/en/admin/people/x', token, { of: learner, form }))

  expect(leadsTo(await post({ deed: 'name', fullName: ' Trần  Thị Tư ', 'name-reason': 'Theo căn cước' }))).toBe(
    `/en/admin/people/${learner.id}?done=name`,
  )
  expect(leadsTo(await post({ deed: 'birth-year', birthYear: ' 1970 ', 'year-reason': 'x' }))).toContain('birth-year')

  expect(await person(ask('/x?done=name', token, { of: learner }))).toMatchObject({
    fullName: 'Trần Thị Tư',
    birthYear: 1970,
    done: 'name',
    papers: [{ code: paper?.code, fullName: 'Nguyễn Thị Bé Ba' }],
    history: [
      { verb: 'people.mend-birth-year', before: '1968', after: '1970', by: 'Phạm Hoàng Ẩn' },
      { verb: 'people.mend-name', before: 'Nguyễn Thị Bé Ba', after: 'Trần Thị Tư', reason: 'Theo căn cước' },
      { verb: 'attempts.allow-more-time', before: null, after: '50' },
      { verb: 'people.sign-up' },
    ],
  })
})

test('what is wrong is said at its own box, in the language of the page, and what was typed stays', async () => {
  const { who, token } = await as('administrator')
  const { learner, attempt, question } = await aBusyLearner(who)
  const problemsOf = async (form: Record<string, string>) => {
    const outcome = await act(ask('/admin/people/x', token, { of: learner, form }))
    return outcome instanceof Response ? 'done' : outcome
  }
  const refused = (problems: Record<string, string>) => ({ init: { status: 422 }, data: { problems } })

  expect(await problemsOf({ deed: 'name', fullName: '12', 'name-reason': 'QĐ 1' })).toMatchObject({
    ...refused({ fullName: expect.stringContaining('Chưa có họ và tên') }),
    data: { values: { fullName: '12', 'name-reason': 'QĐ 1' } },
  })
  expect(await problemsOf({ deed: 'birth-year', birthYear: '68' })).toMatchObject(
    refused({ birthYear: expect.stringContaining('Năm sinh'), 'year-reason': expect.stringContaining('lý do') }),
  )
  const child = { deed: 'birth-year', birthYear: '2013', 'year-reason': 'Giấy khai sinh' }
  expect(await problemsOf(child)).toMatchObject(
    refused({
      guardianName: expect.stringContaining('cha, mẹ hoặc người giám hộ'),
      guardian: expect.stringContaining('đồng ý'),
    }),
  )
  expect(await problemsOf({ ...child, guardian: 'yes' })).toMatchObject({ data: { values: { guardian: 'yes' } } })
  expect(await problemsOf({ ...child, guardianName: 'Trần Thị Mẹ', guardian: 'yes' })).toBe('done')
  for (const percent of ['301', '-1', 'half', '1.5', ''])
    expect(await problemsOf({ deed: 'more-time', percent, 'time-reason': 'x' })).toMatchObject(
      refused({ percent: expect.stringContaining('phần trăm') }),
    )
  expect(await problemsOf({ deed: 'late', attempt, question, 'late-reason-7': ' ' })).toMatchObject(
    refused({ 'late-reason-7': expect.stringContaining('lý do') }),
  )
  const outcome = await problemsOf({ deed: 'more-time', percent: '999', 'time-reason': 'x' })
  expect(outcome).toMatchObject({ data: { values: { deed: 'more-time', percent: '999', 'time-reason': 'x' } } })
  expect(JSON.stringify(outcome)).not.toMatch(/fullName|birthYear|undefined/)
  const noSuch = { deed: 'late', attempt: 'x', question, 'late-reason-7': 'x' }
  expect(await thrownBy(act(ask('/x', token, { of: learner, form: noSuch })))).toBe(404)
})

test('an administrator announces maintenance by Vietnamese clocks, and is told how many exams were moved', async () => {
  const { token } = await as('administrator')
  const post = (from: string, to: string) => announce(ask('/admin/maintenance', token, { form: { from, to } }))

  expect(leadsTo(await post('2026-11-28T22:00', '2026-11-28T23:30'))).toMatch(/^\/admin\/maintenance\?moved=\d+$/)
  expect(await maintenance(ask('/admin/maintenance?moved=3', token))).toMatchObject({
    done: { moved: 3 },
    windows: [
      { startsAt: new Date('2026-11-28T15:00:00Z'), endsAt: new Date('2026-11-28T16:30:00Z'), by: 'Phạm Hoàng Ẩn' },
    ],
  })
  for (const moved of ['x', '-1'])
    expect(await maintenance(ask(`/x?moved=${moved}`, token))).toMatchObject({ done: null })
  expect(await post('', '2026-11-28T23:30')).toMatchObject({
    init: { status: 422 },
    data: { problems: { from: expect.stringContaining('Ngày giờ') } },
  })
  expect(await post('2026-11-28T23:30', '2026-11-28T22:00')).toMatchObject({
    init: { status: 422 },
    data: { problems: { to: expect.stringContaining('7 ngày') }, values: { from: '2026-11-28T23:30' } },
  })
})

test('an announced window is withdrawn once by its button; pressed again it just shows the list', async () => {
  const { token } = await as('administrator')
  await announce(ask('/x', token, { form: { from: '2099-11-28T22:00', to: '2099-11-28T23:30' } }))
  const [window] = (await maintenance(ask('/x', token))).windows
  const press = (by: string) =>
    withdraw({ ...ask('/en/admin/maintenance/x/withdrawal', by, { form: {} }), params: { window: window?.id } })

  for (const role of ['learner', 'trainer', 'manager'] as const)
    expect(await thrownBy(press((await as(role)).token))).toBe(404)
  expect(leadsTo(await press(token))).toBe('/en/admin/maintenance?withdrawn=0')
  expect((await maintenance(ask('/x', token))).windows.map(({ id }) => id)).not.toContain(window?.id)
  expect(leadsTo(await press(token))).toBe('/en/admin/maintenance')
  expect(await maintenance(ask('/x?withdrawn=2', token))).toMatchObject({ done: { withdrawn: 2 } })
  expect(await maintenance(ask('/x?ended', token))).toMatchObject({ done: { ended: '' } })
})

test('a manager finds people by name, without contacts', async () => {
  const learner = await aMember({ fullName: 'Ngô Thị Út', contact: '0905123456' })
  const { who, token } = await as('manager')
  await manages(who, learner)

  const page = await people(ask('/admin/people?q=ngo+thi+ut', token))
  expect(page).toMatchObject({ isAdministrator: false, people: [{ id: learner.id, phone: null, email: null }] })
  expect(await people(ask('/admin/people?q=0905123456', token))).toMatchObject({ people: [] })
})

test('for the manager of another unit a person is not there, and is not found', async () => {
  const { learner, attempt, question } = await aBusyLearner((await as('administrator')).who)
  const { who, token } = await as('manager')
  await manages(who, await aMember())

  expect(await thrownBy(person(ask('/x', token, { of: learner })))).toBe(404)
  expect(await people(ask('/admin/people?q=be+ba', token))).not.toMatchObject({ people: [{ id: learner.id }] })
  for (const deed of ['more-time', 'late'])
    expect(await thrownBy(act(ask('/x', token, { of: learner, form: { deed, attempt, question } })))).toBe(404)
})
