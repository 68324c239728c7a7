import { beforeEach, expect, test } from 'vitest'
import { write } from '#app/db/db.server.ts'
import { openSession } from '#app/people/open-session.server.ts'
import type { Role } from '#app/people/person.ts'
import { sessionOf } from '#app/people/session-of.server.ts'
import { sessionsOf } from '#app/people/sessions-of.server.ts'
import { actorOf, requirePerson, requireRole, sessionCookie, tokenFrom } from '#app/routes/actor.server.ts'
import { loader as account } from '#app/routes/people/account.tsx'
import { loader as administration, action as create } from '#app/routes/people/administration.tsx'
import { action as close } from '#app/routes/people/closure.tsx'
import { action as issue } from '#app/routes/people/code.tsx'
import { action as changeContact } from '#app/routes/people/contact.tsx'
import { loader as ownData } from '#app/routes/people/own-data.ts'
import { action as changePassword } from '#app/routes/people/password.tsx'
import { action as changeRole, loader as person } from '#app/routes/people/person.tsx'
import { action as requestReset } from '#app/routes/people/reset.tsx'
import { action as reset } from '#app/routes/people/reset-code.tsx'
import { action as endSession } from '#app/routes/people/session.ts'
import { action as signIn } from '#app/routes/people/sign-in.tsx'
import { action as signOut } from '#app/routes/people/sign-out.ts'
import { action as signUp } from '#app/routes/people/sign-up.tsx'
import { usualPreferences } from '#app/web/preferences.ts'
import { aPerson } from '#tests/factories.ts'
import { aMember, goodPassword, nobody } from '#tests/people.ts'

beforeEach(nobody)

const context = { script: null, preferences: usualPreferences, isPublic: false }

type Ask = { form?: Record<string, string>; token?: string; params?: Record<string, string>; body?: string }

function ask(path: string, { form, token = '', params = {}, body }: Ask = {}) {
  const headers = new Headers(token ? { cookie: `x=1; ben-so=${token}; ben-so-in=1` } : {})
  const posted = body ?? (form ? new URLSearchParams(form) : undefined)
  const request = new Request(
    `http://localhost${path}`,
    posted ? { method: 'POST', body: posted, headers } : { headers },
  )
  return { request, params, context }
}

/** What a route gave or threw, as a response. */
async function responseOf(work: unknown): Promise<Response> {
  const outcome = await Promise.resolve(work).catch((thrown: unknown) => thrown)
  if (!(outcome instanceof Response)) throw outcome instanceof Error ? outcome : new Error(JSON.stringify(outcome))
  return outcome
}

const leadsTo = async (work: unknown) => (await responseOf(work)).headers.get('location')
const tokenIn = (response: Response) =>
  tokenFrom(
    response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; '),
  )

async function anAdministrator(role: Role = 'administrator') {
  const admin = await aPerson({ role })
  return write((tx) => openSession(tx, admin, { device: '?', isShared: false }, new Date()))
}

const fields = {
  fullName: 'Nguyễn Thị Bé Ba',
  contact: '0912345678',
  password: goodPassword,
  birthYear: '1968',
  account: 'yes',
}

test('signing up makes an account and goes on to show the user name, in the language of the page', async () => {
  const response = await responseOf(signUp(ask('/en/sign-up', { form: { ...fields, next: '/en/courses/cd3' } })))
  expect(response.headers.get('location')).toBe(`/en/account?welcome=${encodeURIComponent('/en/courses/cd3')}`)
  expect(await sessionOf(tokenIn(response))).toMatchObject({ fullName: 'Nguyễn Thị Bé Ba', language: 'en' })
})

test('a refused sign-up says what to mend at each box and keeps what was typed, never the password', async () => {
  const refused = await signUp(
    ask('/sign-up', { form: { ...fields, birthYear: '68', account: '', contact: 'x'.repeat(100_000) } }),
  )
  expect(refused).toMatchObject({
    init: { status: 422 },
    data: { values: { fullName: fields.fullName, birthYear: '68' } },
  })
  const text = JSON.stringify(refused)
  expect(text).toContain('Năm sinh chưa đúng')
  expect(text).toContain('Số điện thoại hoặc e-mail chưa đúng')
  expect(text).not.toContain(goodPassword)
  expect(text.length).toBeLessThan(5_000)
})

test('signing in sets two cookies: one that scripts cannot read, one that tells them to ask', async () => {
  const ba = await aMember()
  const response = await responseOf(
    signIn(ask('/sign-in', { form: { account: ba.username, password: goodPassword, next: '/courses' } })),
  )
  expect(response.status).toBe(303)
  expect(response.headers.get('location')).toBe('/courses')
  const [token, hint] = response.headers.getSetCookie()
  expect(token).toMatch(/^ben-so=[\w-]{43}; Path=\/; SameSite=Lax; Max-Age=2592000; HttpOnly$/)
  expect(hint).toBe('ben-so-in=1; Path=/; SameSite=Lax; Max-Age=2592000')
})

test('on a shared device the cookies go with the window', async () => {
  const ba = await aMember()
  const response = await responseOf(
    signIn(ask('/sign-in', { form: { account: ba.username, password: goodPassword, shared: 'yes' } })),
  )
  expect(response.headers.getSetCookie().join()).not.toContain('Max-Age')
  expect(await sessionOf(tokenIn(response))).toMatchObject({ isShared: true })
  expect(sessionCookie('t', true)[0]).not.toContain('Max-Age')
})

test('a link to another site is not followed after signing in', async () => {
  const ba = await aMember()
  const form = { account: ba.username, password: goodPassword, next: '//evil.vn' }
  expect(await leadsTo(signIn(ask('/sign-in', { form })))).toBe('/me')
})

test('a wrong password says what to do, a shut name how long to wait', async () => {
  const form = { account: 'ai-do', password: 'wrong one' }
  for (let failure = 1; failure <= 5; failure++)
    expect(await signIn(ask('/sign-in', { form }))).toMatchObject({
      init: { status: 422 },
      data: { problems: { account: expect.stringContaining('chưa đúng') }, values: { account: 'ai-do' } },
    })
  expect(await signIn(ask('/en/sign-in', { form }))).toMatchObject({
    data: { problems: { account: expect.stringContaining('Wait 1 minute') } },
  })
})

test('a body that is no form is a 400', async () => {
  const { request, ...rest } = ask('/sign-in', { body: '{}' })
  request.headers.set('content-type', 'multipart/form-data')
  expect((await responseOf(signIn({ request, ...rest }))).status).toBe(400)
})

test('signing out ends the session and clears both cookies', async () => {
  const { token } = await aMember()
  const response = await responseOf(signOut(ask('/sign-out', { token, form: {} })))
  expect(response.headers.getSetCookie()).toHaveLength(2)
  for (const cookie of response.headers.getSetCookie()) expect(cookie).toContain('Max-Age=0')
  expect(await sessionOf(token)).toBeNull()
})

test('who is not signed in goes to the door and comes back', async () => {
  expect(await leadsTo(account(ask('/account?x=1')))).toBe(`/sign-in?next=${encodeURIComponent('/account?x=1')}`)
  expect(await leadsTo(requirePerson(ask('/en/account.data').request))).toBe(
    `/en/sign-in?next=${encodeURIComponent('/en/account')}`,
  )
  expect(await actorOf(ask('/me', { token: 'x'.repeat(43) }).request)).toBeNull()
})

test('pages of administrators are not there for others', async () => {
  for (const role of ['learner', 'trainer', 'manager'] as const) {
    const token = await anAdministrator(role)
    if (role !== 'manager') expect((await responseOf(administration(ask('/admin/people', { token })))).status).toBe(404)
    expect((await responseOf(create(ask('/admin/people', { token, form: { fullName: 'X' } })))).status).toBe(404)
    expect((await responseOf(requireRole(ask('/x', { token }).request, 'administrator'))).status).toBe(404)
  }
})

test('an administrator finds a person, hands out a code that opens, and changes a role with a reason', async () => {
  const ba = await aMember()
  const token = await anAdministrator()
  const params = { person: ba.id }

  expect(await administration(ask('/admin/people?q=be+ba', { token }))).toMatchObject({
    people: [{ id: ba.id, phone: '0912 345 678' }, expect.anything()],
  })
  expect(await person(ask('/x', { token, params }))).toMatchObject({ username: ba.username })

  const issued = await issue(ask('/x', { token, params, form: {} }))
  const again = { code: issued.code, password: 'lục bình trôi sông' }
  expect(await leadsTo(reset(ask('/reset/code', { form: again })))).toBe(`/sign-in?reset=${ba.username}`)

  expect(await changeRole(ask('/x', { token, params, form: { role: 'trainer', reason: '' } }))).toMatchObject({
    init: { status: 422 },
  })
  expect(await leadsTo(changeRole(ask('/x', { token, params, form: { role: 'trainer', reason: 'QĐ 12' } })))).toBe(
    `/admin/people?changed=${ba.username}`,
  )
})

test.each(['nobody', '%00', '..', '00000000-0000-7000-8000-000000000000'])(
  'there is no person %s to look after',
  async (id) => {
    const token = await anAdministrator()
    const params = { person: id }
    for (const work of [person, changeRole, issue])
      expect(
        (await responseOf(work(ask('/x', { token, params, ...(work === person ? {} : { form: {} }) })))).status,
      ).toBe(404)
  },
)

test('people end their own sessions; a stranger’s handle is a 404', async () => {
  const ba = await aMember()
  const an = await aMember({ fullName: 'Trần Văn An' })
  const [session] = await sessionsOf(an)
  for (const handle of [session?.handle ?? '', 'x', '\u0000'])
    expect((await responseOf(endSession(ask('/x', { token: ba.token, params: { handle }, form: {} })))).status).toBe(
      404,
    )
  const params = { handle: session?.handle ?? '' }
  expect(await leadsTo(endSession(ask('/x', { token: an.token, params, form: {} })))).toBe('/account?done=sessionEnded')
})

test('password, contact and closing ask for the present password and say so', async () => {
  const { token } = await aMember()
  const refused = (field: string) => ({
    init: { status: 422 },
    data: { problems: { [field]: expect.stringContaining('Mật khẩu chưa đúng') } },
  })
  expect(await changePassword(ask('/x', { token, form: { current: 'guess', next: 'x' } }))).toMatchObject(
    refused('current'),
  )
  expect(await changeContact(ask('/x', { token, form: { password: 'guess', contact: '0905123456' } }))).toMatchObject(
    refused('password'),
  )
  expect(await close(ask('/x', { token, form: { password: 'guess' } }))).toMatchObject(refused('password'))
})

test('closing the account clears the cookies, and the old token is nobody', async () => {
  const { token } = await aMember()
  const response = await responseOf(close(ask('/account/closure', { token, form: { password: goodPassword } })))
  expect(response.headers.get('location')).toBe('/sign-in?closed')
  expect(response.headers.getSetCookie()).toHaveLength(2)
  expect(await leadsTo(account(ask('/account', { token })))).toMatch(/^\/sign-in/)
})

test('a request for a new password is answered alike for everybody', async () => {
  await aMember({ contact: 'ba@example.vn' })
  const known = await requestReset(ask('/reset', { form: { account: 'ba@example.vn' } }))
  const unknown = await requestReset(ask('/reset', { form: { account: 'ai@example.vn' } }))
  expect(known).toEqual(unknown)
})

test('own data comes as one file with a part for every room', async () => {
  const { token, username } = await aMember()
  const response = await responseOf(ownData(ask('/account/data', { token })))
  expect(response.headers.get('content-disposition')).toMatch(
    new RegExp(`^attachment; filename="ben-so-${username}-\\d{4}-\\d\\d-\\d\\d\\.json"$`),
  )
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(Object.keys(await response.json())).toEqual([
    'site',
    'madeAt',
    'account',
    'units',
    'learning',
    'attempts',
    'certificates',
    'exceptions',
    'hours',
    'events',
  ])
})
