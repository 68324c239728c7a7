import { createServer, type Socket } from 'node:net'

export type Posted = { headers: string; id: string; to: string; text: string }

/** What the server says to a post: raw bytes of HTTP, cut the line, or nothing at all. */
export type Reply = string | 'drop' | 'silence'

export type GatewayServer = {
  url: string
  posted: Posted[]
  reply: (posted: Posted) => Reply
  close(): Promise<void>
}

/** A real HTTP server on a free port, made of bytes so that it can misbehave as no library lets it. */
export async function aGatewayServer(): Promise<GatewayServer> {
  const lines = new Set<Socket>()
  const server = createServer((line) => {
    lines.add(line)
    let got = Buffer.alloc(0)
    line.on('error', () => {})
    line.on('data', (bytes: Buffer) => {
      got = Buffer.concat([got, bytes])
      const posted = postedIn(got)
      if (!posted) return
      got = Buffer.alloc(0)
      gateway.posted.push(posted)
      const reply = gateway.reply(posted)
      if (reply === 'drop') line.destroy()
      else if (reply !== 'silence') line.write(reply)
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  const gateway: GatewayServer = {
    url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/messages`,
    posted: [],
    reply: ({ id }) => answering(202, { id: `gw-${id}` }),
    close: () => {
      for (const line of lines) line.destroy()
      return new Promise((closed) => server.close(() => closed()))
    },
  }
  return gateway
}

export function answering(status: number, body: unknown, headers: Record<string, string> = {}): string {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const all = { 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(text)), ...headers }
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} X\r\n${head.join('')}\r\n${text}`
}

function postedIn(got: Buffer): Posted | null {
  const end = got.indexOf('\r\n\r\n')
  if (end < 0) return null
  const headers = got.subarray(0, end).toString('utf8')
  const length = Number(/^content-length: (\d+)$/im.exec(headers)?.[1] ?? 0)
  const body = got.subarray(end + 4)
  if (body.length < length) return null
  const { id, to, text }: Posted = JSON.parse(body.subarray(0, length).toString('utf8'))
  return { headers, id, to, text }
}
