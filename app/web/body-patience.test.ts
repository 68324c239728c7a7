import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { allowLongBody, cutLateBody } from '#app/web/body-patience.server.ts'

const limitMs = 200

/** A server that waits for the whole body, and what it answered to a body sent so late. */
async function answered(afterMs: number, isLongAllowed: boolean, head = 'content-length: 2') {
  const server = createServer((request, response) => {
    cutLateBody(request, limitMs)
    if (isLongAllowed) allowLongBody(request)
    request.resume().on('end', () => response.end('all'))
    request.on('error', () => {})
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => server.closeAllConnections())
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return new Promise<string>((resolve) => {
    let heard = ''
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(`POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${head}\r\n\r\na`)
      setTimeout(() => socket.write('b'), afterMs)
    })
    socket.on('data', (piece) => (heard += piece)).on('error', () => {})
    socket.on('close', () => resolve(heard))
  })
}

test('a body that does not end in time is answered, and hung up on', async () => {
  expect(await answered(3 * limitMs, false)).toMatch(/^HTTP\/1\.1 408 [\s\S]*0273 000 1022/)
  expect(await answered(3 * limitMs, false, 'transfer-encoding: chunked\r\nx: y')).toMatch(/^HTTP\/1\.1 (408|400) /)
  expect(await answered(0, false)).toMatch(/^HTTP\/1\.1 200 /)
})

test('who is known to send a list may take longer', async () => {
  expect(await answered(3 * limitMs, true)).toMatch(/^HTTP\/1\.1 200 /)
})
