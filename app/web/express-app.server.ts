import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import express from 'express'
import sirv from 'sirv'
import { environment } from '#app/db/environment.server.ts'
import { logProblem } from '#app/web/log-problem.server.ts'
import { oneATurn } from '#app/web/one-a-turn.ts'
import { isOverloaded } from '#app/web/overloaded.server.ts'
import { personalPages } from '#app/web/remix-handler.server.ts'
import { securityHeaders } from '#app/web/security-headers.server.ts'

/** Files, then Remix; and the way to refuse a request before either. */
export function expressApp(build: ServerBuild) {
  const app = express()
  const pages = personalPages(build)
  const refused = new WeakMap<IncomingMessage, number>()
  app.disable('x-powered-by')
  app.set('trust proxy', environment.TRUST_PROXY)
  app.use((request, response, next) => {
    for (const [name, value] of securityHeaders) response.setHeader(name, value)
    response.setHeader('cache-control', 'no-store')
    const status = refused.get(request)
    if (status === undefined) return next()
    pages.fail(status, request, response).catch(next)
  })
  app.use(sirv('build/client', { brotli: true, gzip: true, etag: true, setHeaders: cacheForFile }))
  app.use(oneATurn())
  // Sharp edge: app.all('*') would decode the address, and answer a wrong percent sign in English.
  app.use((request, response, next) => {
    pages.answer(request, response).catch(next)
  })
  app.use(((problem, request, response, _next) => {
    if (request.destroyed && !request.complete) return // whoever asked is gone
    logProblem(problem, 'a request failed')
    void pages.fail(isOverloaded(problem) ? 503 : 500, request, response)
  }) satisfies express.ErrorRequestHandler)

  return {
    app,
    refuse(status: number, request: IncomingMessage, response: ServerResponse) {
      refused.set(request, status)
      app(request, response)
    },
  }
}

function cacheForFile(response: ServerResponse, path: string) {
  const isHashed = path.startsWith('/assets/') || path.startsWith('/fonts/')
  response.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
}
