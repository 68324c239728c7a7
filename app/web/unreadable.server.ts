import type { Duplex } from 'node:stream'
import { failureText } from '#app/web/failure-text.server.ts'

const reasons: Record<number, string> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
}

/** Answers what is no HTTP, what never ends and what has headers beyond all measure (mostly: rubbish in cookies); then hangs up. */
export function answerUnreadable(problem: NodeJS.ErrnoException, socket: Duplex) {
  if (!socket.writable) return void socket.destroy()
  const status = problem.code === 'HPE_HEADER_OVERFLOW' ? 431 : problem.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
  const body = `${failureText(status, 'vi')}\n${failureText(status, 'en')}`
  socket.end(
    `HTTP/1.1 ${status} ${reasons[status]}\r\nconnection: close\r\ncontent-type: text/plain; charset=utf-8\r\n` +
      `x-content-type-options: nosniff\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    () => socket.destroy(),
  )
}
