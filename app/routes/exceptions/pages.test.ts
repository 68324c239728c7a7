import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { expect, test } from 'vitest'
import { write } from '#app/db/db.server.ts'
import { addDays } from '#app/i18n/calendar.ts'
import { dayOf } from '#app/i18n/day.ts'
import { openSession } from '#app/people/open-session.server.ts'
import type { Actor } from '#app/people/person.ts'
import { keepStandings } from '#app/requirements/keeping/keep-standings.server.ts'
import { requirements } from '#app/requirements/schema.ts'
import { action as decide, loader as one } from '#app/routes/exceptions/exception.tsx'
import { loader as chosen, action as give } from '#app/routes/exceptions/giving.tsx'
import { action as ask, loader as own } from '#app/routes/exceptions/own-requests.tsx'
import { action as answer, loader as requests } from '#app/routes/exceptions/requests.tsx'
import { usualPreferences } from '#app/web/preferences.ts'
import { countQueries } from '#tests/count-queries.ts'
import { rowsOf, someAsked } from '#tests/exceptions.ts'

const context = { script: null, preferences: usualPreferences, isPublic: false }
const now = dayOf(new Date())
const inDays = (days: number) => addDays(now, days)

/** As someAsked, due in ten days from the day on which the test runs. */
async function scene(count = 1) {
  const made = await someAsked(count)
  const window = { kind: 'fixed' as const, opensDay: '2026-01-01', dueDay: inDays(10) }
  await write((tx) => tx.update(requirements).set({ window }).where(eq(requirements.id, made.requirementId)))
  return made
}

async function as(who: Actor) {
  const token = await write((tx) => openSession(tx, who, { device: '?', isShared: false }, new Date()))
  return (path: string, params: Record<string, string> = {}, form?: Array<[string, string]>) => {
    const body = form && new URLSearchParams(form)
    const request = new Request(`http://localhost${path}`, {
      headers: { cookie: `ben-so=${token}` },
      ...(body && { method: 'POST', body }),
    })
    return { request, params, context }
  }
}

const location = (response: unknown) => (response instanceof Response ? response.headers.get('location') : null)
const refused = (outcome: unknown) =>
  outcome as { data: { problems: Record<string, string> }; init: { status: number } }
const statusOf = (work: Promise<unknown>) =>
  work.then(
    () => 200,
    (thrown: unknown) => (thrown instanceof Response ? thrown.status : 500),
  )

test('a learner chooses what to ask about, asks, reads the answer and its reason', async () => {
  const { learner, manager, unitId, requirementId } = await scene()
  const [me, boss] = [await as(learner), await as(manager)]
  const first = await own(me('/me/requests'))
  expect(first).toMatchObject({ requirements: [{ id: requirementId, isWaiting: false }], chosen: null, exceptions: [] })
  expect(await own(me(`/me/requests?requirement=${requirementId}`))).toMatchObject({ chosen: { dueDay: inDays(10) } })
  const form: Array<[string, string]> = [
    ['requirement', requirementId],
    ['kind', 'extension'],
    ['dueDay', '2026-02-31'],
    ['reason', 'Đi công tác'],
  ]
  const wrong = refused(await ask(me('/me/requests', {}, form)))
  expect([wrong.init.status, wrong.data.problems.dueDay]).toEqual([
    422,
    'Chưa có ngày, hoặc ngày này không có trong lịch. Chọn lại ngày.',
  ])
  const right = form.map(([box, value]): [string, string] => [box, box === 'dueDay' ? inDays(20) : value])
  expect(location(await ask(me('/en/me/requests', {}, right)))).toBe('/en/me/requests?done=done')
  expect(await own(me('/me/requests'))).toMatchObject({ requirements: [{ isWaiting: true }] })

  const { requests: open } = await requests(boss('/x', { unit: unitId }))
  expect(open).toMatchObject([{ personId: learner.id, askedDay: inDays(20), reason: 'Đi công tác' }])
  const id = open[0]?.id ?? ''
  const noReason = refused(await decide(boss('/x', { exception: id }, [['decision', 'refused']])))
  expect(noReason).toMatchObject({ init: { status: 422 }, data: { problems: { reason: expect.any(String) } } })
  const why: Array<[string, string]> = [
    ['decision', 'refused'],
    ['reason', 'Còn kịp'],
  ]
  expect(location(await decide(boss('/x', { exception: id }, why)))).toBe(`/exceptions/${id}?done=refused`)
  expect(await own(me('/me/requests'))).toMatchObject({ exceptions: [{ state: 'refused', decisionReason: 'Còn kịp' }] })
  expect((await one(me('/x', { exception: id }))).exception).toMatchObject({ isOwn: true, mayAct: false })
})

test('a learner withdraws what they asked for', async () => {
  const { learner, requirementId } = await scene()
  const me = await as(learner)
  await ask(
    me('/me/requests', {}, [
      ['requirement', requirementId],
      ['kind', 'waiver'],
      ['reason', 'Sắp nghỉ hưu'],
    ]),
  )
  const [row] = await rowsOf(learner.id)
  expect(location(await ask(me('/me/requests', {}, [['withdraw', row?.id ?? '']])))).toBe('/me/requests?done=withdrawn')
  expect(location(await ask(me('/me/requests', {}, [['withdraw', row?.id ?? '']])))).toBe('/me/requests?done=gone')
  expect(await own(me('/me/requests?done=gone'))).toMatchObject({ done: 'gone', exceptions: [] })
  expect(await rowsOf(learner.id)).toEqual([])
})

test('a manager answers several at once or one by its button; nothing chosen, and no reason, are told', async () => {
  const { people, manager, unitId, requirementId } = await scene(3)
  for (const person of people) {
    const asking = await as(person)
    await ask(
      asking('/x', {}, [
        ['requirement', requirementId],
        ['kind', 'waiver'],
        ['reason', 'Sắp nghỉ hưu'],
      ]),
    )
  }
  const boss = await as(manager)
  const page = boss('/units/x/requests', { unit: unitId })
  expect(await countQueries(() => requests(page))).toBeLessThanOrEqual(12)
  const ids = (await requests(page)).requests.map(({ id }) => id)
  const [first = '', second = '', third = ''] = ids
  const post = (form: Array<[string, string]>) => answer(boss('/units/x/requests', { unit: unitId }, form))
  expect(refused(await post([['decision', 'given']])).data.problems.form).toContain('Chưa chọn đơn nào')
  expect(
    refused(
      await post([
        ['request', first],
        ['decision', 'refused'],
      ]),
    ).data,
  ).toMatchObject({
    problems: { reason: expect.any(String) },
    ids: [first],
  })
  expect(location(await post([['one', first]]))).toBe(`/units/${unitId}/requests?given=1`)
  expect(
    location(
      await post([
        ['request', second],
        ['request', third],
        ['decision', 'refused'],
        ['reason', 'Còn kịp'],
      ]),
    ),
  ).toBe(`/units/${unitId}/requests?refused=2`)
  expect((await requests(page)).requests).toEqual([])
  const late = refused(
    await post([
      ['request', first],
      ['decision', 'refused'],
      ['reason', 'Khoan'],
    ]),
  )
  expect(late.data.problems).toMatchObject({ [`form-${first}`]: 'Vừa có người khác cho rồi.' })
})

test('chosen people are excused by a form that names them, and one is taken back', async () => {
  const { people, manager, unitId, requirementId } = await scene(2)
  await keepStandings({})
  const boss = await as(manager)
  const persons = people.map(({ id }): [string, string] => ['person', id])
  const query = new URLSearchParams([
    ['kind', 'waiver'],
    ['requirement', requirementId],
    ...persons,
    ['person', manager.id],
  ])
  const page = boss(`/units/x/exceptions/new?${query}`, { unit: unitId })
  expect(await countQueries(() => chosen(page))).toBeLessThanOrEqual(12)
  const shown = await chosen(page)
  expect(shown.people.map(({ id }) => id).sort()).toEqual(people.map(({ id }) => id).sort())
  expect(shown).toMatchObject({ kind: 'waiver', requirements: [{ id: requirementId }] })

  const form: Array<[string, string]> = [
    ['kind', 'waiver'],
    ['requirement', requirementId],
    ...persons,
    ['fromDay', now],
    ['lastDay', inDays(-1)],
    ['reason', 'Nghỉ phép'],
  ]
  const post = (changed: Array<[string, string]>) => give(boss('/units/x/exceptions', { unit: unitId }, changed))
  expect(refused(await post(form)).data.problems).toEqual({
    lastDay: 'Ngày cuối đứng trước ngày đầu. Chọn lại một trong hai ngày.',
  })
  const right = form.map(([box, value]): [string, string] => [box, box === 'lastDay' ? now : value])
  expect(await post(right)).toMatchObject({ step: 'given', given: [{}, {}], left: [] })
  expect(await post(right)).toMatchObject({ given: [], left: [{ problem: 'excused-already' }, {}] })
  const [row] = await rowsOf(people[0]?.id ?? '')
  expect(row).toMatchObject({ fromDay: now, toDay: inDays(1), state: 'given' })

  const id = row?.id ?? ''
  const back: Array<[string, string]> = [
    ['decision', 'taken-back'],
    ['reason', 'Nhầm'],
  ]
  expect(location(await decide(boss('/x', { exception: id }, back)))).toBe(`/exceptions/${id}?done=taken-back`)
  expect((await one(boss(`/x?done=taken-back`, { exception: id }))).exception.state).toBe('taken-back')
})

test('ten thousand at once, forged or not, are refused with a sentence, and nobody is given or answered anything', async () => {
  const { learner, manager, unitId, requirementId } = await scene()
  await ask(
    (await as(learner))('/x', {}, [
      ['requirement', requirementId],
      ['kind', 'waiver'],
      ['reason', 'Sắp nghỉ hưu'],
    ]),
  )
  const [request] = await rowsOf(learner.id)
  const boss = await as(manager)
  const forged = Array.from({ length: 10_000 }, () => uuid())
  const people = [learner.id, ...forged].map((id): [string, string] => ['person', id])
  const pause: Array<[string, string]> = [
    ['kind', 'pause'],
    ['reason', 'Ốm'],
  ]
  const given = refused(await give(boss('/x', { unit: unitId }, [...pause, ...people])))
  expect([given.init.status, given.data.problems.form]).toEqual([422, expect.stringMatching(/^Chọn quá nhiều người/)])
  const answers = [request?.id ?? '', ...forged].map((id): [string, string] => ['request', id])
  const answered = refused(await answer(boss('/x', { unit: unitId }, [...answers, ['decision', 'given']])))
  expect([answered.init.status, answered.data.problems.form]).toEqual([422, expect.stringContaining('100 đơn')])
  expect(await rowsOf(learner.id)).toMatchObject([{ kind: 'waiver', state: 'asked' }])
})

test('who manages another unit reads none of these pages', async () => {
  const { learner, manager, unitId, requirementId } = await scene()
  const stranger = await as((await scene()).manager)
  await give(
    (await as(manager))('/x', { unit: unitId }, [
      ['kind', 'pause'],
      ['person', learner.id],
      ['reason', 'Ốm'],
    ]),
  )
  const [row] = await rowsOf(learner.id)
  const params = { unit: unitId, exception: row?.id ?? '' }
  const form: Array<[string, string]> = [
    ['person', learner.id],
    ['requirement', requirementId],
    ['reason', 'x'],
    ['decision', 'taken-back'],
  ]
  // That the office is there, everybody may know.
  for (const page of [requests, chosen]) expect(await statusOf(page(stranger('/x', params)))).toBe(403)
  for (const post of [answer, give]) expect(await statusOf(post(stranger('/x', params, form)))).toBe(403)
  expect(await statusOf(one(stranger('/x', params)))).toBe(404)
  expect(await statusOf(decide(stranger('/x', params, form)))).toBe(404)
  expect(await rowsOf(learner.id)).toMatchObject([{ state: 'given' }])
})
