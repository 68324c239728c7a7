import { connect, type Socket } from 'node:net'

export type Sent = { method?: 'GET' | 'POST'; path: string; cookie?: string; type?: string; body?: string }
export type Answer = { status: number; head: string; body: Buffer }

type Waiting = { resolve: (answer: Answer) => void; reject: (problem: Error) => void }

/**
 * One keep-alive connection of one learner, as thin as can be: the load generator shares two cores with the server,
 * and what it costs would be measured as the server's.
 */
export class Connection {
  #socket: Socket | null = null
  #received: Buffer = Buffer.alloc(0)
  #waiting: Waiting | null = null

  constructor(
    readonly port: number,
    readonly limitMs = 30_000,
  ) {}

  /** One request at a time. A connection that the server closed meanwhile is opened anew. */
  send({ method = 'GET', path, cookie, type, body = '' }: Sent): Promise<Answer> {
    const lines = [`${method} ${path} HTTP/1.1`, `host: 127.0.0.1:${this.port}`, 'accept-encoding: br, gzip']
    if (cookie) lines.push(`cookie: ${cookie}`)
    if (method === 'POST') {
      lines.push(`content-type: ${type ?? 'application/x-www-form-urlencoded'}`)
      lines.push(`content-length: ${Buffer.byteLength(body)}`, `origin: http://127.0.0.1:${this.port}`)
    }
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
      this.#open().write(`${lines.join('\r\n')}\r\n\r\n${body}`)
    })
  }

  close() {
    this.#socket?.destroy()
  }

  #open(): Socket {
    if (this.#socket && !this.#socket.destroyed && this.#socket.writable) return this.#socket
    const socket = connect({ port: this.port, host: '127.0.0.1', noDelay: true })
    this.#received = Buffer.alloc(0)
    socket.setTimeout(this.limitMs, () => socket.destroy(new Error('no answer in time')))
    socket.on('data', (bytes) => this.#receive(bytes))
    socket.on('error', (problem) => this.#fail(problem))
    socket.on('close', () => this.#fail(new Error('connection closed')))
    this.#socket = socket
    return socket
  }

  #fail(problem: Error) {
    const waiting = this.#waiting
    this.#waiting = null
    waiting?.reject(problem)
  }

  #receive(bytes: Buffer) {
    this.#received = this.#received.length === 0 ? bytes : Buffer.concat([this.#received, bytes])
    const end = this.#received.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = this.#received.toString('latin1', 0, end)
    const body = bodyOf(head, this.#received.subarray(end + 4))
    if (!body) return
    this.#received = Buffer.alloc(0)
    const waiting = this.#waiting
    this.#waiting = null
    if (/^connection: close/im.test(head)) this.#socket?.destroy()
    waiting?.resolve({ status: Number(head.slice(9, 12)), head, body })
  }
}

export function headerOf({ head }: Answer, name: string): string | undefined {
  return new RegExp(`^${name}: *(.*)$`, 'im').exec(head)?.[1]?.trim()
}

/** Null: not all of it is here. */
function bodyOf(head: string, rest: Buffer): Buffer | null {
  const length = /^content-length: *(\d+)/im.exec(head)?.[1]
  if (length !== undefined) return rest.length >= Number(length) ? rest.subarray(0, Number(length)) : null
  if (/^transfer-encoding: *chunked/im.test(head)) return unchunk(rest)
  return Buffer.alloc(0)
}

function unchunk(rest: Buffer): Buffer | null {
  const parts: Buffer[] = []
  let at = 0
  for (;;) {
    const lineEnd = rest.indexOf('\r\n', at)
    if (lineEnd < 0) return null
    const size = Number.parseInt(rest.toString('latin1', at, lineEnd), 16)
    const begin = lineEnd + 2
    if (rest.length < begin + size + 2) return null
    if (size === 0) return Buffer.concat(parts)
    parts.push(rest.subarray(begin, begin + size))
    at = begin + size + 2
  }
}
