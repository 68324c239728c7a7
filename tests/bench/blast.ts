import { connect } from 'node:net'
import { percentiles } from '#tests/bench/figure.ts'

type Blast = {
  port: number
  connections: number
  seconds: number
  warmUpSeconds: number
  /** The bytes of the connection's next request. */
  next(connection: number): Buffer | string
  /** Whether the answer is the one hoped for. `whole` begins with the status line. */
  isRight(whole: Buffer, connection: number): boolean
}

/** Latencies in ms. `answers`: all of them, warm-up too. `wrong`: those that were not hoped for. */
export type Loaded = { perSecond: number; p50: number; p95: number; p99: number; answers: number; wrong: number }

/**
 * Asks as fast as the server answers, one request at a time on each connection. Written on bare sockets because the
 * generator has one core: autocannon needs more of it for a request than `node:http` does, and would measure itself.
 */
export function blast({ port, connections, seconds, warmUpSeconds, next, isRight }: Blast): Promise<Loaded> {
  const latencies: number[] = []
  let answers = 0
  let wrong = 0
  let isMeasuring = false
  let isOver = false

  function converse(connection: number) {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let received: Buffer | null = null
    let needed = unknown
    let sentAt = 0
    const ask = () => {
      sentAt = performance.now()
      socket.write(next(connection))
    }
    socket.on('connect', ask)
    socket.on('data', (bytes) => {
      received = received ? Buffer.concat([received, bytes]) : bytes
      if (needed === unknown) needed = lengthOf(received)
      if (needed === unknown || (needed === chunked ? !endsChunked(received) : received.length < needed)) return
      const whole = received
      received = null
      needed = unknown
      answers++
      if (isMeasuring) latencies.push(performance.now() - sentAt)
      if (!isRight(whole, connection)) wrong++
      if (!isOver) ask()
    })
    const again = () => {
      if (isOver) return
      wrong++
      setTimeout(() => converse(connection), 50)
    }
    socket.on('error', () => {})
    socket.on('close', again)
  }

  for (let connection = 0; connection < connections; connection++) converse(connection)
  return new Promise((resolve) => {
    setTimeout(() => {
      isMeasuring = true
      setTimeout(() => {
        isOver = true
        resolve({ perSecond: latencies.length / seconds, ...percentiles(latencies), answers, wrong })
      }, seconds * 1000)
    }, warmUpSeconds * 1000)
  })
}

const unknown = -1
const chunked = -2

/** How many bytes the whole answer has, head and all. */
function lengthOf(received: Buffer): number {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return unknown
  const head = received.toString('latin1', 0, end)
  const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1]
  if (length !== undefined) return end + 4 + Number(length)
  return /\r\ntransfer-encoding: *chunked/i.test(head) ? chunked : end + 4
}

function endsChunked(received: Buffer) {
  return received.length > 5 && received.toString('latin1', received.length - 5) === '0\r\n\r\n'
}
