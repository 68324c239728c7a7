import type { ServerResponse } from 'node:http'
import { securityHeaders } from '#app/web/security-headers.server.ts'

const headers = [
  ...securityHeaders.flat(),
  ...['content-type', 'application/json; charset=utf-8'],
  ...['cache-control', 'no-store'],
]

/** What early handlers say to our own script: for this reader alone, so nobody keeps it. */
export function replyJson(response: ServerResponse, status: number, value: unknown): true {
  const bytes = Buffer.from(JSON.stringify(value))
  response.writeHead(status, [...headers, 'content-length', String(bytes.length)])
  response.end(bytes)
  return true
}
