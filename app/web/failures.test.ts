import { createServer } from 'node:http'
import { connect } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { messages } from '#app/i18n/messages.ts'
import { failureKind } from '#app/web/failure-kind.ts'
import { failureText } from '#app/web/failure-text.server.ts'
import { formDataOf } from '#app/web/form-data.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'
import { log } from '#app/web/log.server.ts'
import { logProblem } from '#app/web/log-problem.server.ts'
import { isOverloaded } from '#app/web/overloaded.server.ts'
import { securityHeaders } from '#app/web/security-headers.server.ts'
import { settingsNow } from '#app/web/settings.server.ts'
import { answerUnreadable } from '#app/web/unreadable.server.ts'

afterEach(() => void vi.restoreAllMocks())

test('every status of a failure has its own kind of words', () => {
  const kinds = Object.fromEntries(
    [400, 403, 404, 405, 413, 415, 422, 429, 431, 500, 502, 503].map((status) => [status, failureKind(status)]),
  )
  expect(kinds).toEqual({
    400: 'invalid',
    403: 'refused',
    404: 'notFound',
    405: 'notFound',
    413: 'tooLarge',
    415: 'invalid',
    422: 'invalid',
    429: 'tooMany',
    431: 'tooLarge',
    500: 'broken',
    502: 'broken',
    503: 'busy',
  })
})

test('a failure without a page still says what happened, what to do and whom to ask, in either language', () => {
  for (const locale of ['vi', 'en'] as const)
    for (const status of [400, 403, 404, 413, 429, 500, 503]) {
      const { title, what, now } = messages(locale).errors[failureKind(status)]
      const lines = failureText(status, locale).trimEnd().split('\n')
      expect(lines).toHaveLength(3)
      expect(lines[0]).toBe(`${title}. ${what}`)
      expect(lines[1]).toBe(now)
      expect(lines[2]).toContain(settingsNow().help.phone)
    }
})

test('not there and not yours are the same 404 without a word', async () => {
  for (const nothing of [null, undefined]) {
    const thrown = await Promise.resolve()
      .then(() => found(nothing))
      .catch((problem: unknown) => problem)
    if (!(thrown instanceof Response)) throw new Error('nothing was thrown')
    expect([thrown.status, await thrown.text()]).toEqual([404, ''])
  }
  for (const value of [0, '', false, []]) expect(found(value)).toBe(value)
})

test('a body that is no form is the sender’s fault, not ours', async () => {
  const form = new Request('https://benso.example/', { method: 'POST', body: new URLSearchParams({ a: 'b' }) })
  expect((await formDataOf(form)).get('a')).toBe('b')
  const rubbish = new Request('https://benso.example/', {
    method: 'POST',
    body: '{',
    headers: { 'content-type': 'multipart/form-data' },
  })
  await expect(formDataOf(rubbish)).rejects.toMatchObject({ status: 400 })
  const nul = new Request('https://benso.example/', { method: 'POST', body: new URLSearchParams({ a: 'b\0' }) })
  await expect(formDataOf(nul)).rejects.toMatchObject({ status: 400 })
})

test('the language of a page stands in its address alone', () => {
  expect(['/en', '/en/', '/en/courses', '/en.data'].map(localeOf)).toEqual(['en', 'en', 'en', 'en'])
  expect(['/', '/courses', '/english', '/courses/en', '/me/en'].map(localeOf)).toEqual(['vi', 'vi', 'vi', 'vi', 'vi'])
  const request = new Request('https://benso.example/en/me', { headers: { 'accept-language': 'vi' } })
  expect(localeOf(request)).toBe('en')
})

test.each([
  ['a database that is locked', { code: 'SQLITE_BUSY' }, true],
  ['a database that is locked by a snapshot', { code: 'SQLITE_BUSY_SNAPSHOT' }, true],
  ['a full disk under SQLite', { code: 'SQLITE_FULL' }, true],
  ['a full disk elsewhere', { code: 'ENOSPC' }, true],
  ['PostgreSQL without connections left', { code: '53300' }, true],
  ['PostgreSQL that is stopping', { code: '57P01' }, true],
  ['PostgreSQL that is gone', { code: '08006' }, true],
  ['PostgreSQL that does not listen', { code: 'ECONNREFUSED' }, true],
  ['a write that lost against others every time', { code: '40001' }, true],
  ['a row that is there already', { code: '23505' }, false],
  ['a row that is there already, under SQLite', { code: 'SQLITE_CONSTRAINT_UNIQUE' }, false],
  ['a table that is not there', { code: '42P01' }, false],
  ['a code that is no text', { code: 53300 }, false],
  ['a bug', {}, false],
])('%s: may be gone in a minute, or not', (_, marks, isTheMachines) => {
  const problem = Object.assign(new Error('x'), marks)
  expect(isOverloaded(problem)).toBe(isTheMachines)
  expect(isOverloaded(new Error('Failed query', { cause: problem }))).toBe(isTheMachines)
})

test('what is no error is not the machine’s', () => {
  for (const problem of [null, undefined, 'SQLITE_BUSY', { code: 'SQLITE_BUSY' }, 53300])
    expect(isOverloaded(problem)).toBe(false)
})

test('the log of a failed query tells the engine’s cause, and nobody’s name', () => {
  const written = vi.spyOn(log, 'error').mockImplementation(() => {})
  const cause = Object.assign(new Error('UNIQUE constraint failed: people.username'), {
    code: 'SQLITE_CONSTRAINT_UNIQUE',
  })
  const failed = Object.assign(new Error('Failed query: insert … params: Nguyễn Thị Bé Ba', { cause }), {
    params: ['Nguyễn Thị Bé Ba'],
  })
  logProblem(failed, 'a page failed')
  logProblem(Object.assign(new Error('params: Nguyễn Thị Bé Ba'), { params: ['Nguyễn Thị Bé Ba'] }), 'a page failed')

  const lines = JSON.stringify(written.mock.calls)
  expect(lines).toContain('UNIQUE constraint failed: people.username')
  expect(lines).toContain('SQLITE_CONSTRAINT_UNIQUE')
  expect(lines).toContain('failures.test.ts')
  expect(lines).not.toContain('Bé Ba')
})

test('what was thrown and is no error is logged by its kind alone', () => {
  const written = vi.spyOn(log, 'error').mockImplementation(() => {})
  logProblem('Nguyễn Thị Bé Ba', 'a page failed')
  logProblem(null, 'a page failed')
  expect(written.mock.calls.map(([said]) => said)).toEqual([
    { problem: { type: 'string' } },
    { problem: { type: 'object' } },
  ])
})

test('nothing inline and nothing foreign may run, and no other site may frame a page', () => {
  const headers = new Map(securityHeaders)
  const policy = new Map(
    (headers.get('content-security-policy') ?? '').split('; ').map((rule) => {
      const [name = '', ...sources] = rule.split(' ')
      return [name, sources.join(' ')] as const
    }),
  )
  expect(policy.get('default-src')).toBe("'none'")
  expect([policy.get('frame-ancestors'), policy.get('base-uri')]).toEqual(["'none'", "'none'"])
  for (const [name, sources] of policy)
    if (!["'none'"].includes(sources)) expect([name, sources]).toEqual([name, "'self'"])
  expect(policy.get('form-action')).toBe("'self'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('same-origin')
})

test('what is no HTTP gets an answer in both languages, and the line is closed', async () => {
  const server = createServer().on('clientError', answerUnreadable)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('no port')
  const say = (words: string) =>
    new Promise<string>((resolve) => {
      let heard = ''
      const socket = connect(address.port, '127.0.0.1', () => socket.write(words))
      socket.on('data', (chunk) => {
        heard += String(chunk)
      })
      socket.on('close', () => resolve(heard))
    })

  const rubbish = await say('rubbish\r\n\r\n')
  expect(rubbish).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nconnection: close/)
  const body = rubbish.split('\r\n\r\n')[1] ?? ''
  expect(body).toContain(failureText(400, 'vi'))
  expect(body).toContain(failureText(400, 'en'))
  expect(rubbish).toContain(`content-length: ${Buffer.byteLength(body)}`)
  expect(await say(`GET / HTTP/1.1\r\nhost: x\r\ncookie: ${'x'.repeat(40_000)}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /)
  await new Promise((resolve) => server.close(resolve))
})
