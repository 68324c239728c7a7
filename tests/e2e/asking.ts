import { randomUUID } from 'node:crypto'
import { type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'
import { somebody } from '#tests/e2e/people.ts'

export type Asked = {
  method?: string
  headers?: Record<string, string>
  form?: Record<string, string>
  json?: unknown
  body?: string | Buffer
  /** Sent in pieces without a length. */
  chunked?: boolean
  /** How long to wait for an answer. */
  limitMs?: number
}
export type Answered = { status: number; headers: IncomingHttpHeaders; text: string }

/** Asks exactly what is said: no address is tidied, no redirect followed. */
export function ask(url: string, path: string, asked: Asked = {}): Promise<Answered> {
  const { form, json, chunked = false, limitMs = 60_000 } = asked
  const body = form ? new URLSearchParams(form).toString() : json !== undefined ? JSON.stringify(json) : asked.body
  const type = form ? 'application/x-www-form-urlencoded' : json !== undefined ? 'application/json' : null
  const method = asked.method ?? (body === undefined ? 'GET' : 'POST')
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const headers: Record<string, string> = { ...(type ? { 'content-type': type } : {}), ...asked.headers }
    if (body !== undefined && !chunked) headers['content-length'] = String(Buffer.byteLength(body))
    if (chunked) headers['transfer-encoding'] = 'chunked'
    const sent = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (piece) => (text += piece))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.setTimeout(limitMs, () => sent.destroy(new Error(`no answer within ${limitMs} ms`)))
    sent.end(body)
  })
}

/** Somebody at a device: keeps cookies, asks, posts. */
export function aDevice(url: string) {
  const cookies = new Map<string, string>()

  async function go(path: string, asked: Asked = {}): Promise<Answered> {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answered = await ask(url, path, { ...asked, headers: { ...(cookie ? { cookie } : {}), ...asked.headers } })
    for (const line of answered.headers['set-cookie'] ?? []) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      if (/Max-Age=0/.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return answered
  }

  /** Sends events as the page script does; the receipts' outcomes. */
  async function send(events: object[], limitMs = 60_000) {
    const at = new Date().toISOString()
    const full = events.map((event) => ({ id: randomUUID(), at, ...event }))
    const answered = await go('/events', { json: { events: full }, limitMs })
    const { receipts = [] }: { receipts?: Array<{ id: string; outcome: string }> } = JSON.parse(answered.text)
    return { ...answered, ids: full.map(({ id }) => id), outcomes: receipts.map(({ outcome }) => outcome) }
  }

  return { go, send, cookies }
}

/** Signed up, with what was typed. */
export async function aSignedUp(url: string, changes: Record<string, string> = {}) {
  const account = { ...somebody(), ...changes }
  const device = aDevice(url)
  const { status, text } = await device.go('/sign-up', { form: { ...account, account: 'yes' } })
  if (status !== 303) throw new Error(`sign-up: ${status} ${text}`)
  return { ...device, account }
}

/** Sends bytes as they are and listens until the server hangs up, or `limitMs` is over (then null). */
export function rawly(url: string, bytes: string, limitMs = 5_000): Promise<string | null> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    let heard = ''
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    const timer = setTimeout(() => {
      socket.destroy()
      resolve(null)
    }, limitMs)
    socket.on('data', (piece) => (heard += piece))
    socket.on('error', () => {})
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(heard)
    })
  })
}
