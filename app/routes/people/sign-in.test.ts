import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { AppLoadContext } from '@remix-run/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashesComputed } from '#app/people/hashing.server.ts'
import { sessionOf } from '#app/people/session-of.server.ts'
import { tokenFrom } from '#app/routes/actor.server.ts'
import { answerSignIn } from '#app/routes/people/sign-in.server.ts'
import { action } from '#app/routes/people/sign-in.tsx'
import { usualPreferences } from '#app/web/preferences.ts'
import { readBytes } from '#app/web/read-bytes.server.ts'
import { aMember, goodPassword } from '#tests/people.ts'

/** Somebody with an account, and what they type. */
async function anAccount() {
  const { id, username } = await aMember()
  return { id, account: username, password: goodPassword }
}

let passedOn: IncomingMessage | null = null

const server = createServer(async (request, response) => {
  passedOn = null
  if (await answerSignIn(request, response)) return
  passedOn = request
  response.writeHead(204).end()
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => void server.close())

function post(form: Record<string, string>, path = '/sign-in', type?: string) {
  const { port } = server.address() as AddressInfo
  const body = new URLSearchParams(form)
  const headers = type ? { 'content-type': type } : undefined
  return fetch(`http://127.0.0.1:${port}${path}`, {
    method: 'POST',
    body: type ? body.toString() : body,
    redirect: 'manual',
    ...(headers ? { headers } : {}),
  })
}

/** What Remix's action says to a request that was passed on, its body read again. */
async function saidByPage(request: IncomingMessage) {
  const body = (await readBytes(request, 100_000))?.toString() ?? ''
  const type = 'application/x-www-form-urlencoded'
  const asked = new Request('http://localhost/sign-in', { method: 'POST', headers: { 'content-type': type }, body })
  const context: AppLoadContext = { script: null, preferences: usualPreferences, isPublic: false, asked: request }
  return action({ request: asked, params: {}, context })
}

test('who gives the right password is in without Remix, and goes on where they wanted to', async () => {
  const { id, account, password } = await anAccount()
  const answer = await post({ account, password, next: '/courses/cd3' })

  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/courses/cd3'])
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0])
  expect(await sessionOf(tokenFrom(cookies.join('; ')))).toMatchObject({ id, isShared: false })
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
})

test('in English one goes on in English; on a shared device the cookie ends with the window', async () => {
  const { account, password } = await anAccount()
  const answer = await post({ account, password, shared: 'on' }, '/en/sign-in')

  expect(answer.headers.get('location')).toBe('/en/me')
  expect(answer.headers.getSetCookie().join()).not.toContain('Max-Age')
})

test('a wrong password is left to the page, which says so without hashing it again', async () => {
  const { account } = await anAccount()
  expect((await post({ account, password: 'sai-mat-khau' })).status).toBe(204)
  if (!passedOn) throw new Error('nothing was passed on')
  const hashes = hashesComputed()

  expect(await saidByPage(passedOn)).toMatchObject({ init: { status: 422 }, data: { values: { account } } })
  expect(hashesComputed()).toBe(hashes)
})

test.each(['multipart/form-data; boundary=x', 'text/plain', 'application/json'])(
  'a body that is %s is left to the page',
  async (type) => {
    const { account, password } = await anAccount()
    expect((await post({ account, password }, '/sign-in', type)).status).toBe(204)
  },
)

test('a body too long for a form is left to the page', async () => {
  expect((await post({ account: 'x'.repeat(600_000), password: 'x' })).status).toBe(204)
})
