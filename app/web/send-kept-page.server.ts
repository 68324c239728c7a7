import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Page } from '#app/web/compress-page.server.ts'

/** Answers with a page in the best encoding that the browser reads, or with 304 when it has the page already. */
export function sendKeptPage(page: Page, request: IncomingMessage, response: ServerResponse): true {
  if (request.headers['if-none-match'] === page.etag) {
    response.writeHead(304, page.unchanged)
    response.end()
    return true
  }
  const body = page.bodies[encodingFor(request.headers['accept-encoding'])]
  response.writeHead(200, body.headers)
  response.end(request.method === 'HEAD' ? undefined : body.bytes)
  return true
}

function encodingFor(accepts: string | string[] | undefined): keyof Page['bodies'] {
  if (typeof accepts !== 'string') return 'identity'
  if (/\bbr\b/.test(accepts)) return 'br'
  return /\bgzip\b/.test(accepts) ? 'gzip' : 'identity'
}
