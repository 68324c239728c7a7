import { createServer, type IncomingMessage } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readJson } from '#app/web/read-json.server.ts'

const limitBytes = 1_000
let address = ''
const server = createServer(async (request: IncomingMessage, response) => {
  const body = await readJson(request, limitBytes)
  response.end(JSON.stringify(body))
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const at = server.address()
  address = typeof at === 'object' && at ? `http://127.0.0.1:${at.port}/` : ''
})
afterAll(() => {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(resolve))
})

async function send(
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = { 'content-type': 'application/json' },
) {
  const response = await fetch(address, { method: 'POST', body, headers })
  return response.json()
}

test('JSON is read whole, Vietnamese letters and all', async () => {
  expect(await send('{"ten":"Bé Ba"}')).toEqual({ value: { ten: 'Bé Ba' } })
  expect(await send('null', { 'content-type': 'Application/JSON; charset=utf-8' })).toEqual({ value: null })
})

test('a body at the limit is read, one byte more is refused, and megabytes more are too', async () => {
  const text = (bytes: number) => JSON.stringify('x'.repeat(bytes - 2))
  expect(await send(text(limitBytes))).toHaveProperty('value')
  expect(await send(text(limitBytes + 1))).toMatchObject({ status: 413 })
  expect(await send(text(4_000_000))).toMatchObject({ status: 413 })
})

test('the limit counts bytes, not letters', async () => {
  expect(await send(JSON.stringify('ễ'.repeat(400)))).toMatchObject({ status: 413 })
})

test.each([
  ['broken JSON', '{"a":'],
  ['nothing', ''],
  ['text that is not UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22])],
])('%s is the sender’s fault', async (_, body) => {
  expect(await send(body)).toMatchObject({ status: 400 })
})

test('what does not say that it is plain JSON is not read at all', async () => {
  expect(await send('{}', { 'content-type': 'text/plain' })).toMatchObject({ status: 415 })
  expect(await send('{}', { 'content-type': 'application/jsonp' })).toMatchObject({ status: 415 })
  expect(await send('a=b', { 'content-type': 'application/x-www-form-urlencoded' })).toMatchObject({ status: 415 })
  const packed = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
  expect(await send(gzipSync('{}'), packed)).toMatchObject({ status: 415 })
})
