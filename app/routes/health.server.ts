import type { IncomingMessage, ServerResponse } from 'node:http'
import { catalogueVersion } from '#app/courses/catalogue-version.server.ts'

/** GET /healthz: the process lives. GET /readyz: it can read its database too. */
export function health(request: IncomingMessage, response: ServerResponse): boolean | Promise<boolean> {
  if (request.url === '/healthz') return say(response, 200, 'ok')
  if (request.url !== '/readyz') return false
  return Promise.resolve(catalogueVersion()).then(
    () => say(response, 200, 'ready'),
    () => say(response, 503, 'database unreachable'),
  )
}

function say(response: ServerResponse, status: number, words: string): true {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  response.end(`${words}\n`)
  return true
}
