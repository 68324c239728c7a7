import { type IncomingMessage, request as plainRequest, type RequestOptions } from 'node:http'
import { request as secureRequest } from 'node:https'
import { z } from 'zod'
import { DeliveryProblem } from '#app/messages/delivery-problem.ts'
import type { Sender } from '#app/messages/sender.ts'

export type GatewayOptions = {
  url: string
  token?: string | undefined
  /** Longest time for one message, in milliseconds. */
  patienceMs?: number
}

const longestAnswerBytes = 16 * 1024
const longestWaitMs = 24 * 3_600_000

/**
 * The province's own service for SMS or Zalo (docs/operations.md): POST { id, to, text } with `Idempotency-Key: <id>`.
 * A line of its own for each message, so that an answer that comes twice is never taken for the answer to the next one.
 */
export function openGateway({ url, token, patienceMs = 20_000 }: GatewayOptions): Sender {
  return {
    async send({ id, address, body }) {
      const posted = JSON.stringify({ id, to: address, text: body })
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(posted),
        'idempotency-key': id,
        ...(token && { authorization: `Bearer ${token}` }),
      }
      const answer = await post(
        new URL(url),
        { method: 'POST', agent: false, headers, signal: within(patienceMs) },
        posted,
      )
      return deliveryIdIn(answer)
    },
    close: () => {},
  }
}

const within = (limitMs: number) => AbortSignal.timeout(limitMs)

type Answer = { status: number; retryAfter: string | undefined; text: string }

function post(url: URL, options: RequestOptions, posted: string): Promise<Answer> {
  const request = url.protocol === 'https:' ? secureRequest : plainRequest
  return new Promise((resolve, reject) => {
    const fail = (problem: Error) => reject(broken(problem))
    const asked = request(url, options, (response) => {
      read(response).then(
        (text) => resolve({ status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'], text }),
        fail,
      )
    })
    asked.on('error', fail)
    asked.end(posted)
  })
}

/** Reads as much as an answer may need and hangs up on the rest. */
async function read(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes > longestAnswerBytes) break
  }
  return Buffer.concat(chunks).subarray(0, longestAnswerBytes).toString('utf8')
}

/** No line at all: it has certainly not arrived. A line that broke: perhaps it has. */
function broken(problem: Error): DeliveryProblem {
  const code = 'code' in problem ? String(problem.code) : problem.name
  const isUncertain = !['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes(code)
  return new DeliveryProblem({ kind: 'unreachable', detail: code, isUncertain, isOfServer: true })
}

const accepted = z.object({ id: z.union([z.string().min(1), z.number()]).transform(String) })

function deliveryIdIn({ status, retryAfter, text }: Answer): string {
  const detail = `${status} ${text.replace(/\s+/gu, ' ').slice(0, 200)}`.trim()
  if (status >= 200 && status < 300) {
    const parsed = accepted.safeParse(parse(text))
    if (parsed.success) return parsed.data.id.slice(0, 200)
    throw new DeliveryProblem({ kind: 'answer', detail, isUncertain: true })
  }
  if (status === 408 || status === 429 || status >= 500) {
    const retryAfterMs = waitAsked(retryAfter)
    // Whoever counts requests has not taken this one; a server that fails may have.
    throw new DeliveryProblem({ kind: 'busy', detail, isOfServer: true, isUncertain: status !== 429, retryAfterMs })
  }
  if (status >= 400) throw new DeliveryProblem({ kind: 'refused', detail })
  throw new DeliveryProblem({ kind: 'answer', detail: `${status}: redirects are not followed`, isOfServer: true })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Retry-After: seconds, or a date; at most a day. */
function waitAsked(header: string | undefined, now = Date.now()): number | null {
  if (!header) return null
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now
  return ms > 0 ? Math.min(ms, longestWaitMs) : null
}
