import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addressOf } from '#app/web/address.server.ts'

const seen: Array<{ ours: Array<string | undefined>; express: Array<string | undefined> }> = []
const apps = [0, 1, 2].map((proxies) => express().set('trust proxy', proxies))

/** Express's own reading of the same request. */
function expressAddress(app: express.Express, request: IncomingMessage) {
  return Object.assign(Object.create(app.request), { socket: request.socket, headers: request.headers, app }).ip
}

const server = createServer((request, response) => {
  seen.push({
    ours: [0, 1, 2].map((proxies) => addressOf(request, proxies)),
    express: apps.map((app) => expressAddress(app, request)),
  })
  response.end()
})
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
afterAll(() => void server.close())

test.each([
  [undefined, ['127.0.0.1', '127.0.0.1', '127.0.0.1']],
  ['9.9.9.9', ['127.0.0.1', '9.9.9.9', '9.9.9.9']],
  ['6.6.6.6, 9.9.9.9', ['127.0.0.1', '9.9.9.9', '6.6.6.6']],
  ['1.1.1.1,6.6.6.6 , 9.9.9.9', ['127.0.0.1', '9.9.9.9', '6.6.6.6']],
])(
  'of what was said to be forwarded for (%s) only as much is believed as there are proxies',
  async (named, expected) => {
    const { port } = server.address() as AddressInfo
    await fetch(`http://127.0.0.1:${port}/`, named ? { headers: { 'x-forwarded-for': named } } : {})

    expect(seen.at(-1)).toEqual({ ours: expected, express: expected })
  },
)
