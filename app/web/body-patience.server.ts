import type { IncomingMessage } from 'node:http'
import { answerUnreadable } from '#app/web/unreadable.server.ts'

/** A phone on a weak link sends 500 kB of work within it. */
const bodyMs = 60_000
/** 50 MB from a commune with half a megabit a second. */
export const longBodyMs = 15 * 60_000

const timers = new WeakMap<IncomingMessage, NodeJS.Timeout>()

/** Hangs up on a body that does not end: Node's own limit is one for all, and lists of people need a longer one. */
export function cutLateBody(request: IncomingMessage, limitMs = bodyMs): void {
  const { 'content-length': length, 'transfer-encoding': chunked } = request.headers
  if (chunked === undefined && !(Number(length) > 0)) return
  const timer = setTimeout(() => {
    if (!request.complete) answerUnreadable({ ...late, name: 'Late', message: 'late' }, request.socket)
  }, limitMs)
  timers.set(request, timer)
  request.once('close', () => clearTimeout(timer))
}

/** Somebody known may take as long as the server waits at all. */
export function allowLongBody(request: IncomingMessage): void {
  clearTimeout(timers.get(request))
}

const late = { code: 'ERR_HTTP_REQUEST_TIMEOUT' }
