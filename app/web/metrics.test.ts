import { createServer, request } from 'node:http'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

const { token } = vi.hoisted(() => {
  process.env.METRICS_TOKEN = 'a-token-of-sixteen-letters-or-more'
  return { token: process.env.METRICS_TOKEN }
})
const { metrics } = await import('#app/web/metrics.server.ts')

let port = 0
const server = createServer((asked, response) => {
  const before = process.listeners('message')
  const { send } = process
  process.send = () => true // the primary, which sums the figures, is not there
  try {
    const isTaken = metrics(asked, response)
    response.writeHead(isTaken ? 200 : 404).end()
  } catch {
    response.writeHead(500).end()
  } finally {
    process.send = send
    for (const listener of process.listeners('message'))
      if (!before.includes(listener)) process.off('message', listener)
  }
})
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  port = typeof at === 'object' && at ? at.port : 0
})
afterAll(() => {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(resolve))
})

function ask(authorization?: string, path = '/metrics', method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ port, path, method, headers: authorization === undefined ? {} : { authorization } }, (answer) => {
      answer.resume()
      resolve(answer.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

test('with a token set, the figures are for who has it, and a page like any unknown one for all others', async () => {
  expect(await ask(`Bearer ${token}`)).toBe(200)
  for (const other of [undefined, '', 'Bearer ', `Bearer ${token}x`, `Bearer ${token.slice(1)}`, `Basic ${token}`])
    expect(await ask(other)).toBe(404)
})

test('a token of letters that weigh two bytes is a wrong token, not a failure of ours', async () => {
  expect(await ask(`Bearer ${'é'.repeat(token.length)}`)).toBe(404)
  expect(await ask(`Bearer ${token.slice(0, -1)}é`)).toBe(404)
})

test('only GET of this very address asks for figures', async () => {
  expect(await ask(`Bearer ${token}`, '/metrics', 'POST')).toBe(404)
  expect(await ask(`Bearer ${token}`, '/metrics/')).toBe(404)
  expect(await ask(`Bearer ${token}`, '/metrics?x')).toBe(404)
})
