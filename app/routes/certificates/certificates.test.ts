import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { certificatesOf } from '#app/certificates/certificates-of.server.ts'
import { verify } from '#app/certificates/verify.server.ts'
import { write } from '#app/db/db.server.ts'
import type { Role } from '#app/people/person.ts'
import { people } from '#app/people/schema.ts'
import { headers, loader as page } from '#app/routes/certificates/certificate.tsx'
import { loader as check } from '#app/routes/certificates/check.tsx'
import { loader as json } from '#app/routes/certificates/json.ts'
import { loader as pdf } from '#app/routes/certificates/pdf.ts'
import { action as reissue } from '#app/routes/certificates/reissue.tsx'
import { action as revoke } from '#app/routes/certificates/revocation.tsx'
import { usualPreferences } from '#app/web/preferences.ts'
import { aCertifiedEdition, aHolder, award } from '#tests/certificates.ts'
import { aMember } from '#tests/people.ts'

const context = { script: null, preferences: usualPreferences, isPublic: false }
const nothing = 'BS-0000-0000'

test('a code typed into the form leads to its page, in the language of the form', async () => {
  const code = await aPaper()
  const typed = code.toLowerCase().replaceAll('-', ' ')

  expect(leadsTo(await check(get(`/certificates?code=${typed}`)))).toBe(`/certificates/${code}`)
  expect(leadsTo(await check(get(`/en/certificates?code=${typed}`)))).toBe(`/en/certificates/${code}`)
})

test('what is no code is said at the form, with what was typed, cut short', async () => {
  expect(await check(get(`/certificates?code=${'x'.repeat(5000)}`))).toMatchObject({
    data: { typed: 'x'.repeat(40) },
    init: { status: 422 },
  })
  expect(await check(get('/certificates'))).toMatchObject({ data: { typed: '' }, init: { status: 200 } })
})

test('the page of a code stands at its printed form alone', async () => {
  const code = await aPaper()

  expect(leadsTo(await page(get(`/certificates/${code.toLowerCase()}`, code.toLowerCase())))).toBe(
    `/certificates/${code}`,
  )
})

test('the page tells a stranger the verdict and the facts, and keeps out of search engines', async () => {
  const code = await aPaper()

  const answer = await page(get(`/certificates/${code}`, code))

  expect(answer).toMatchObject({ data: { verdict: { state: 'valid', code }, record: null, phone: '0273 000 1022' } })
  expect(new Headers(headers({ ...headerArgs })).get('x-robots-tag')).toBe('noindex')
})

test.each([nothing, 'x', '..%2f..', 'y'.repeat(5000)])('there is no page, PDF or JSON of %s', async (code) => {
  expect(await page(get('/certificates/x', code))).toMatchObject({ data: { verdict: null }, init: { status: 404 } })
  await expect(pdf(get('/certificates/x.pdf', code))).rejects.toMatchObject({ status: 404 })
  const verdict = await json(get('/certificates/x.json', code))
  expect([verdict.status, await verdict.json()]).toEqual([404, { state: 'unknown' }])
})

test('the PDF is a PDF, named by its code', async () => {
  const code = await aPaper()

  const answer = await pdf(get(`/certificates/${code}.pdf`, code))

  expect(answer.headers.get('content-type')).toBe('application/pdf')
  expect(answer.headers.get('content-disposition')).toBe(`inline; filename="${code}.pdf"`)
  expect(answer.headers.get('x-robots-tag')).toBe('noindex')
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-')
})

test('the JSON verdict has what is printed and may be read from any site', async () => {
  const code = await aPaper()

  const answer = await json(get(`/certificates/${code}.json`, code))

  const verdict = await answer.json()
  expect(Object.keys(verdict).sort()).toEqual(['code', 'facts', 'state'])
  expect(verdict).toMatchObject({
    code,
    state: 'valid',
    facts: { serial: expect.stringMatching(/^\d{4}\/2026\/GCN-BS$/) },
  })
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
})

test('an administrator re-issues, and the old paper leads to the new one and is no longer handed out', async () => {
  const code = await aPaper('Nguyen Thi Be Ba')
  const token = await signedIn('administrator')

  const answer = await reissue(
    post(`/certificates/${code}/reissue`, code, { fullName: 'Nguyễn Thị Bé Ba', 'reissue-reason': 'Sai dấu' }, token),
  )

  const newCode = leadsTo(answer).replace('/certificates/', '')
  expect(await verify(newCode)).toMatchObject({ state: 'valid', facts: { fullName: 'Nguyễn Thị Bé Ba' } })
  expect(await page(get(`/certificates/${code}`, code))).toMatchObject({
    data: { verdict: { state: 'replaced', replacedBy: newCode }, picture: null },
  })
  expect(leadsTo(await pdf(get(`/certificates/${code}.pdf`, code)))).toBe(`/certificates/${code}`)
})

test('an administrator revokes, and sees the reason that strangers do not', async () => {
  const code = await aPaper()
  const token = await signedIn('administrator')

  const answer = await revoke(
    post(`/en/certificates/${code}/revocation`, code, { 'revocation-reason': 'Thi hộ' }, token),
  )

  expect(leadsTo(answer)).toBe(`/en/certificates/${code}`)
  const seen = JSON.stringify(await page(get(`/certificates/${code}`, code)))
  expect(seen).toContain('"revoked"')
  expect(seen).not.toContain('Thi hộ')
  expect(await page(get(`/certificates/${code}`, code, token))).toMatchObject({
    data: { record: { deeds: [{ reason: 'Thi hộ' }] } },
  })
})

test('a form without a reason comes back with what was typed', async () => {
  const code = await aPaper()
  const token = await signedIn('administrator')

  expect(
    await reissue(post(`/certificates/${code}/reissue`, code, { fullName: 'Lê Ba', 'reissue-reason': ' ' }, token)),
  ).toMatchObject({ data: { refused: 'reason', fullName: 'Lê Ba' }, init: { status: 422 } })
  expect(await revoke(post(`/certificates/${code}/revocation`, code, {}, token))).toMatchObject({
    data: { refused: 'reason' },
    init: { status: 422 },
  })
})

test.each(['learner', 'trainer', 'manager', undefined] as const)('%s can neither re-issue nor revoke', async (role) => {
  const code = await aPaper()
  const token = role ? await signedIn(role) : undefined
  const form = { fullName: 'Kẻ Gian', 'reissue-reason': 'vì', 'revocation-reason': 'vì' }

  await expect(reissue(post(`/certificates/${code}/reissue`, code, form, token))).rejects.toBeInstanceOf(Response)
  await expect(revoke(post(`/certificates/${code}/revocation`, code, form, token))).rejects.toBeInstanceOf(Response)
  expect((await verify(code))?.state).toBe('valid')
})

test('re-issuing or revoking an unknown code is not found', async () => {
  const token = await signedIn('administrator')
  const form = { fullName: 'Lê Ba', 'reissue-reason': 'vì', 'revocation-reason': 'vì' }

  await expect(reissue(post('/certificates/x/reissue', nothing, form, token))).rejects.toMatchObject({ status: 404 })
  await expect(revoke(post('/certificates/x/revocation', nothing, form, token))).rejects.toMatchObject({ status: 404 })
})

const headerArgs = {
  loaderHeaders: new Headers(),
  parentHeaders: new Headers(),
  actionHeaders: new Headers(),
  errorHeaders: undefined,
}

function get(path: string, code?: string, token = '') {
  const request = new Request(`http://localhost${path}`, { headers: { cookie: `ben-so=${token}` } })
  return { request, params: { code }, context }
}

function post(path: string, code: string, fields: Record<string, string>, token = '') {
  const body = new URLSearchParams(fields)
  const request = new Request(`http://localhost${path}`, {
    method: 'POST',
    headers: { cookie: `ben-so=${token}` },
    body,
  })
  return { request, params: { code }, context }
}

function leadsTo(answer: unknown): string {
  if (answer instanceof Response && answer.status >= 300) return answer.headers.get('location') ?? ''
  throw new Error(`no redirect: ${JSON.stringify(answer)}`)
}

async function signedIn(role: Role): Promise<string> {
  const member = await aMember({ contact: `${crypto.randomUUID()}@benso.example` })
  await write((tx) => tx.update(people).set({ role }).where(eq(people.id, member.id)))
  return member.token
}

async function aPaper(fullName?: string): Promise<string> {
  const holder = await aHolder(fullName)
  await award(holder, await aCertifiedEdition())
  const [held] = (await certificatesOf(holder, holder.id)) ?? []
  if (!held) throw new Error('no paper')
  return held.code
}
