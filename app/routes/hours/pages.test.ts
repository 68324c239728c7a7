import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmCredit } from '#app/requirements/hours/confirm-credit.server.ts'
import { creditsOf } from '#app/requirements/hours/credits-of.server.ts'
import { creditsWaiting } from '#app/requirements/hours/credits-waiting.server.ts'
import { hoursPage } from '#app/requirements/hours/hours-page.server.ts'
import { trainingRecordOf } from '#app/requirements/hours/training-record-of.server.ts'
import { action } from '#app/routes/hours/credits.tsx'
import { loader as evidence } from '#app/routes/hours/evidence.ts'
import { receiveCredit } from '#app/routes/hours/receive-credit.server.ts'
import { loader as file } from '#app/routes/hours/record-file.ts'
import { loader as unitHours } from '#app/routes/hours/unit.tsx'
import { appoint } from '#app/units/roles/appoint.server.ts'
import { aCertifiedEdition, award } from '#tests/certificates.ts'
import { countQueries } from '#tests/count-queries.ts'
import { aCredit, aCreditForm, aPdf, toldAt } from '#tests/credits.ts'
import { aPerson } from '#tests/factories.ts'
import { aMember } from '#tests/people.ts'
import { signedInFor } from '#tests/standings.ts'
import { aUnit, done, manages } from '#tests/units.ts'

const server = createServer(async (request, response) => {
  if (await receiveCredit(request, response)) return
  const told = new Request(`http://x${request.url}`, {
    method: 'POST',
    headers: { cookie: request.headers.cookie ?? '', 'content-type': request.headers['content-type'] ?? '' },
  })
  const held = { request: told, params: {}, context: { asked: request } }
  const answer = await action(held as never).catch((thrown: Response) => thrown)
  if (!('init' in answer)) return response.writeHead(answer.status).end()
  response.writeHead(answer.init?.status ?? 200).end(JSON.stringify(answer.data))
})
beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)))
afterAll(() => new Promise((done) => server.close(done)))

function send(token: string, content: string, changes = {}) {
  const form = new FormData()
  for (const [name, value] of Object.entries(aCreditForm(changes))) form.append(name, value)
  form.append('file', new File([content], 'giấy.pdf'))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/me/credits`
  return fetch(url, { method: 'POST', body: form, headers: { cookie: `ben-so=${token}` }, redirect: 'manual' })
}

const asked = (token: string, path: string, params = {}): LoaderFunctionArgs => {
  const request = new Request(`http://x${path}`, { headers: { cookie: `ben-so=${token}` } })
  return { request, params, context: {} } as LoaderFunctionArgs
}

const get = (loader: (asked: LoaderFunctionArgs) => Promise<unknown>, token: string, path: string, params = {}) =>
  loader(asked(token, path, params)) as Promise<Response>

test('a credit goes its way: sent with its file, told again, refused with what was typed, downloaded as a file', async () => {
  const { token, ...person } = await aMember()
  const first = await send(token, aPdf)
  expect([first.status, first.headers.get('location')]).toEqual([303, '/me/credits?done=added'])
  expect((await send(token, aPdf)).headers.get('location')).toBe('/me/credits?done=again')

  const wrong = await send(token, 'MZ', { title: 'Lớp “khác”', hours: '7,3' })
  expect(wrong.status).toBe(422)
  expect(await wrong.json()).toMatchObject({
    values: { title: 'Lớp “khác”', hours: '7,3' },
    problems: { hours: expect.any(String), file: expect.stringContaining('không phải PDF') },
  })
  expect((await send(token, 'x'.repeat(10 * 1024 * 1024 + 70_000))).status).toBe(413)
  expect((await send('nobody', aPdf)).status).toBe(302)

  const [credit] = (await creditsOf(person, person.id)) ?? []
  const sent = await get(evidence, token, '/credits/x/evidence', { credit: credit?.id })
  expect(await sent.text()).toBe(aPdf)
  expect(Object.fromEntries(sent.headers)).toMatchObject({
    'content-disposition': 'attachment; filename="minh-chung.pdf"',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  })
  const { token: other } = await aMember({ contact: '0912 000 111' })
  expect(await get(evidence, other, '/x', { credit: credit?.id }).catch((thrown) => thrown.status)).toBe(404)
})

test('what nobody answered is taken back by a press, and the page says so; pressed again, that it is gone', async () => {
  const { token, ...person } = await aMember({ contact: '0912 000 333' })
  const credit = await aCredit(person)
  const press = async (withdraw: string) => {
    const headers = { cookie: `ben-so=${token}`, 'content-type': 'application/x-www-form-urlencoded' }
    const body = new URLSearchParams({ withdraw })
    const request = new Request('http://x/en/me/credits', { method: 'POST', headers, body })
    const answer = await action({ request, params: {}, context: {} } as never)
    return 'headers' in answer ? answer.headers.get('location') : null
  }

  expect([await press(credit), await press(credit)]).toEqual([
    '/en/me/credits?done=withdrawn',
    '/en/me/credits?done=gone',
  ])
  const confirmed = await aCredit(person)
  await confirmCredit('command-line', confirmed, toldAt)
  expect(await press(confirmed)).toBe('/en/me/credits?done=tooLate')
})

test('the record holds what stands and what was confirmed, as the files say it', async () => {
  const { token, ...person } = await aMember({ contact: '0912 000 222' })
  await award(person, await aCertifiedEdition({ code: 'CB5' }))
  await confirmCredit('command-line', await aCredit(person, { hours: '7,5' }), toldAt)
  await aCredit(person, { title: 'Chưa xác nhận' })

  const record = await trainingRecordOf(person, person.id)
  expect(record?.lines).toMatchObject([
    { provider: 'Trường Chính trị tỉnh', paper: '12/GCN', form: 'onsite', halfHours: 15 },
    { form: 'online', completedDay: '2026-11-18', halfHours: 20 },
  ])
  const xlsx = await get(file, token, '/me/training-record.xlsx')
  expect(Buffer.from(await xlsx.arrayBuffer()).toString('latin1', 0, 2)).toBe('PK')
  const pdf = await get(file, token, '/me/training-record.pdf')
  expect(Buffer.from(await pdf.arrayBuffer()).toString('latin1', 0, 5)).toBe('%PDF-')
  expect(await trainingRecordOf(await aPerson(), person.id)).toBeNull()
})

test('a unit’s people are told by name with what they lack, filtered, in ten queries; strangers see nothing', async () => {
  const [manager, has, lacks] = [
    await aPerson({ fullName: 'Quản Lý', role: 'manager' }),
    await aPerson({ fullName: 'Trần Văn Bình' }),
    await aPerson({ fullName: 'Lê Thị An' }),
  ]
  const unitId = await manages(manager, has, lacks)
  await confirmCredit('command-line', await aCredit(has, { hours: '40' }), toldAt)
  await confirmCredit('command-line', await aCredit(lacks, { hours: '39,5' }), toldAt)
  const now = new Date('2026-06-01T03:00:00Z')
  const names = async (filter: 'all' | 'below' | 'met') =>
    (await hoursPage(manager, { unitId, year: 2026, filter }, now))?.people.map(({ fullName }) => fullName)

  expect(await names('all')).toEqual(['Lê Thị An', 'Trần Văn Bình'])
  expect([await names('below'), await names('met')]).toEqual([['Lê Thị An'], ['Trần Văn Bình']])
  expect((await hoursPage(manager, { unitId, year: 2026 }, now))?.figures).toEqual({ below: 1, met: 1 })
  expect(await countQueries(() => hoursPage(manager, { unitId, year: 2026 }, now))).toBeLessThanOrEqual(10)
  expect(await hoursPage(await aPerson({ role: 'manager' }), { unitId, year: 2026 }, now)).toBeNull()
})

test('what waits is listed for who may decide, the first told first, never their own', async () => {
  const [manager, learner] = [await aPerson({ role: 'manager' }), await aPerson({ fullName: 'Lê Thị Chờ' })]
  const unitId = await manages(manager, manager, learner)
  await aCredit(manager)
  const ids = [await aCredit(learner, { title: 'Một' }), await aCredit(learner, { title: 'Hai' })]

  const waiting = await creditsWaiting(manager, { unitId })
  expect(waiting?.credits.map(({ id }) => id).sort()).toEqual([...ids].sort())
  expect(await countQueries(() => creditsWaiting(manager, { unitId }))).toBe(3)
  expect(await creditsWaiting(learner, { unitId })).toBeNull()
})

test('an auditor reads the hours of a unit, and for a stranger there is no such page', async () => {
  const unit = await aUnit()
  const { who, token } = await signedInFor(null)
  done(
    await appoint('command-line', {
      personId: who.id,
      unitId: unit,
      role: 'auditor',
      fromDay: '2020-01-01',
      reason: 'QĐ 1',
    }),
  )
  const open = (held: string) => unitHours(asked(held, '/x', { unit }))
  expect(await open(token)).toMatchObject({ unit: { unitId: unit }, page: { mayAct: false } })
  const { token: stranger } = await signedInFor(await aUnit())
  expect(await open(stranger).catch((thrown: unknown) => thrown)).toMatchObject({ status: 404 })
  expect(await countQueries(() => open(token))).toBeLessThanOrEqual(12)
})
