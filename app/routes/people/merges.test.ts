import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { expect, test } from 'vitest'
import { write } from '#app/db/db.server.ts'
import { openSession } from '#app/people/open-session.server.ts'
import type { Role } from '#app/people/person.ts'
import { loader as list } from '#app/routes/people/duplicates.tsx'
import { action as actOnNumber, loader as number } from '#app/routes/people/identity-number.tsx'
import { action as actOnMerge, loader as merges } from '#app/routes/people/merges.tsx'
import { loader as person } from '#app/routes/people/person.tsx'
import { setIdentityNumber } from '#app/units/identity-numbers/set-identity-number.server.ts'
import { appoint } from '#app/units/roles/appoint.server.ts'
import { usualPreferences } from '#app/web/preferences.ts'
import { aPerson } from '#tests/factories.ts'
import { done, manages } from '#tests/units.ts'

const context = { script: null, preferences: usualPreferences, isPublic: false }

async function as(role: Role) {
  const who = await aPerson({ role })
  const token = await write((tx) => openSession(tx, who, { device: '?', isShared: false }, new Date()))
  return { who, token }
}

type Asked = LoaderFunctionArgs & ActionFunctionArgs
function ask(token: string, of: { id: string }, query = '', form?: Record<string, string>): Asked {
  const headers = { cookie: `ben-so=${token}` }
  const sent = form ? { method: 'POST', body: new URLSearchParams(form), headers } : { headers }
  return { request: new Request(`http://localhost/x${query}`, sent), params: { person: of.id }, context }
}

async function statusOf(work: Promise<unknown>): Promise<unknown> {
  const outcome = await work.catch((thrown: unknown) => thrown)
  return outcome instanceof Response ? outcome.status : outcome
}

const leadsTo = (outcome: unknown) => (outcome instanceof Response ? outcome.headers.get('location') : outcome)

test('the pages are there for who looks after the person, and for nobody else', async () => {
  const [ba, tu] = [await aPerson(), await aPerson()]
  const manager = await as('manager')
  await manages(manager.who, ba, tu)
  const others = [await as('learner'), await as('trainer'), await as('manager')]
  const numberForm = { deed: 'show', 'show-reason': 'Xem' }
  const mergeForm = { deed: 'merge', keep: ba.id, 'merge-reason': 'Một người' }

  expect(await number(ask(manager.token, ba))).toMatchObject({ masked: null })
  expect(await merges(ask(manager.token, ba))).toMatchObject({ merges: [], sides: null })
  for (const { token } of others) {
    expect(await statusOf(number(ask(token, ba)))).toBe(404)
    expect(await statusOf(actOnNumber(ask(token, ba, '', numberForm)))).toBe(404)
    expect(await statusOf(merges(ask(token, ba)))).toBe(404)
    expect(await statusOf(merges(ask(token, ba, `?with=${tu.id}`)))).toBe(404)
    expect(await statusOf(actOnMerge(ask(token, ba, `?with=${tu.id}`, mergeForm)))).toBe(404)
  }
  for (const { token } of others.slice(0, 2)) expect(await statusOf(list(ask(token, ba)))).toBe(404)
  expect(await statusOf(merges(ask(manager.token, ba, `?with=${others[0]?.who.id}`)))).toBe(404)
})

test("a person's page shows the masked number to who may see it masked, and no link that leads nowhere to who may not", async () => {
  const ba = await aPerson()
  const [manager, auditor] = [await as('manager'), await as('manager')]
  const unitId = await manages(manager.who, ba)
  const role = { personId: auditor.who.id, unitId, role: 'auditor' as const, fromDay: '2021-01-01', reason: 'QĐ' }
  done(await appoint('command-line', role))
  expect(await person(ask(manager.token, ba))).toMatchObject({ number: { masked: null } })

  await setIdentityNumber(manager.who, ba.id, '999190000077')
  expect(await person(ask(manager.token, ba))).toMatchObject({ number: { masked: '•••••••• 0077' } })
  expect(await person(ask(auditor.token, ba))).toMatchObject({ id: ba.id, number: null })
  expect(await statusOf(number(ask(auditor.token, ba)))).toBe(404)
})

test('another account is compared by its user name, also when nothing proposes it; a wrong name is said', async () => {
  const [ba, tu, stranger] = [await aPerson(), await aPerson({ fullName: 'Trần Văn Tư' }), await aPerson()]
  const manager = await as('manager')
  await manages(manager.who, ba, tu)
  const by = (username: string) => merges(ask(manager.token, ba, `?username=${encodeURIComponent(username)}`))

  expect(await by(` ${tu.username.toUpperCase()} `)).toMatchObject({
    sides: [{ id: ba.id }, { id: tu.id }],
    unknownName: null,
  })
  for (const name of ['khong.co', ba.username, stranger.username])
    expect(await by(name)).toMatchObject({ sides: null, unknownName: name })
  expect(await merges(ask(manager.token, ba))).toMatchObject({ sides: null, unknownName: null })
})

test('a number is typed, seen masked, shown once for a reason, and deleted', async () => {
  const ba = await aPerson()
  const { token } = await as('administrator')
  const send = (form: Record<string, string>) => actOnNumber(ask(token, ba, '', form))

  expect(await send({ deed: 'set', number: '9991900' })).toMatchObject({
    data: { problems: { number: expect.stringContaining('12 chữ số') }, values: {} },
    init: { status: 422 },
  })
  expect(leadsTo(await send({ deed: 'set', number: '999 190 004 001' }))).toContain('?done=saved')
  expect(await number(ask(token, ba, '?done=saved'))).toMatchObject({ masked: '•••••••• 4001', done: 'saved' })
  expect(await send({ deed: 'show', 'show-reason': '' })).toMatchObject({ init: { status: 422 } })
  expect(await send({ deed: 'show', 'show-reason': 'Nộp hồ sơ' })).toMatchObject({
    data: { number: '999190004001' },
    init: { headers: { 'cache-control': 'no-store' } },
  })
  expect(leadsTo(await send({ deed: 'clear', 'clear-reason': 'Nhầm' }))).toContain('?done=cleared')
  expect(await number(ask(token, ba))).toMatchObject({ masked: null })
})

test('two accounts with one number are proposed, compared, merged and given back', async () => {
  const [ba, tu] = [await aPerson(), await aPerson({ fullName: 'Nguyễn Thị Bé Tư' })]
  const { token } = await as('administrator')
  await setIdentityNumber('command-line', ba.id, '999190005001')
  await setIdentityNumber('command-line', tu.id, '999190005001')
  const both = [ba.id, tu.id]

  const { pairs } = await list(ask(token, ba))
  expect(pairs.map(({ one, other }) => [one.id, other.id])).toContainEqual([...both].sort())
  const { sides } = await merges(ask(token, ba, `?with=${tu.id}`))
  expect(sides?.map(({ identityNumber }) => identityNumber)).toEqual(['•••••••• 5001', null])

  const send = (form: Record<string, string>, query = `?with=${tu.id}`) => actOnMerge(ask(token, ba, query, form))
  expect(await send({ deed: 'merge', keep: ba.id })).toMatchObject({
    data: { problems: { 'merge-reason': expect.any(String) } },
  })
  expect(leadsTo(await send({ deed: 'merge', keep: ba.id, 'merge-reason': 'Một người' }))).toBe(
    `/admin/people/${ba.id}/merges?done=merged`,
  )
  expect(await statusOf(person(ask(token, tu)))).toBe(404)
  const [standing] = (await merges(ask(token, ba))).merges
  const merge = standing?.mergeId ?? ''
  expect(await send({ deed: 'unmerge', merge }, '')).toMatchObject({ init: { status: 422 } })
  expect(leadsTo(await send({ deed: 'unmerge', merge, [`undo-${merge}`]: 'Nhầm' }, ''))).toContain('done=unmerged')
  expect(await person(ask(token, tu))).toMatchObject({ id: tu.id })
  expect(leadsTo(await send({ deed: 'apart', 'apart-reason': 'Hai chị em' }))).toContain('done=keptApart')
  expect((await merges(ask(token, ba))).pairs).toEqual([])
})
