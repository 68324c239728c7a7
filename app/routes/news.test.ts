import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { LoaderFunctionArgs } from '@remix-run/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { write } from '#app/db/db.server.ts'
import { notices } from '#app/messages/schema.ts'
import { loader as me } from '#app/routes/me.tsx'
import { answerSummary } from '#app/routes/summary.server.ts'
import { countQueries } from '#tests/count-queries.ts'
import { aMember } from '#tests/people.ts'

const server = createServer(async (request, response) => {
  if (!(await answerSummary(request, response))) response.writeHead(404).end()
})
beforeAll(() => new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready)))
afterAll(() => new Promise((done) => server.close(done)))

function ask(path: string, token = '') {
  const { port } = server.address() as AddressInfo
  return fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie: `ben-so=${token}` } })
}

function isTold(personId: string, key: string) {
  const words = { kind: 'reminder' as const, subject: 'Nhắc học', body: '…', path: '/me' }
  return write((tx) => tx.insert(notices).values({ ...words, key, personId, createdAt: new Date() }))
}

test('news are told in one small answer where a page asks for them, to who is signed in alone', async () => {
  const { token, id } = await aMember()
  for (const key of ['một', 'hai']) await isTold(id, key)

  expect(await (await ask('/me/summary?news', token)).json()).toMatchObject({ id, news: { unread: 2, due: null } })
  expect(await (await ask('/me/summary', token)).json()).not.toHaveProperty('news')
  expect(await (await ask('/me/summary?news')).json()).toBeNull()
  for (const path of ['/me/summary?news=1', '/me/summary?course=cd3&news', '/me/summary?news&course=cd3'])
    expect((await ask(path, token)).status).toBe(404)
  expect(await countQueries(() => ask('/me/summary?news', token))).toBe(2)
})

test('one’s own page tells how many notices were not read', async () => {
  const { token, id } = await aMember({ contact: '0912 000 444' })
  await isTold(id, 'ba')
  const request = new Request('http://x/me', { headers: { cookie: `ben-so=${token}` } })
  expect((await me({ request, params: {}, context: {} } as LoaderFunctionArgs)).unread).toBe(1)
})
