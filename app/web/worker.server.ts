import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { constants } from 'node:zlib'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express from 'express'
import sirv from 'sirv'
import { closeDatabase } from '#app/db/db.server.ts'
import { environment } from '#app/db/environment.server.ts'
import { log } from '#app/web/log.server.ts'
import { collectMetrics } from '#app/web/metrics.server.ts'
import { isOwnOrigin } from '#app/web/origin.server.ts'
import { personalPages, publicPages } from '#app/web/remix-handler.server.ts'
import { securityHeaders } from '#app/web/security-headers.server.ts'

/** Answers the request, or returns false to let the next one try. */
export type EarlyHandler = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>

/** Given the way to render a public page, what is answered before Express and Remix. */
export type EarlyHandlers = (render: ReturnType<typeof publicPages>) => EarlyHandler[]

const mediaPath = /^\/courses\/[^/]+\/media\//
const formLimitBytes = 512 * 1024

/** One serving process: early handlers, then files, then Remix. */
export async function startWorker(build: ServerBuild, early: EarlyHandlers) {
  const handlers = early(publicPages(build, environment.PUBLIC_URL ?? `http://localhost:${environment.PORT}`))
  const app = expressApp(build)
  collectMetrics()

  const server = createServer((request, response) => {
    const failed = (problem: unknown) => {
      log.error({ err: problem }, 'an early handler failed')
      if (!response.headersSent) response.writeHead(500, securityHeaders.flat())
      response.end()
    }
    try {
      answer(handlers, request, response, app)?.catch(failed)
    } catch (problem) {
      failed(problem)
    }
  })
  server.keepAliveTimeout = 65_000
  server.requestTimeout = 60_000

  server.once('error', (problem: NodeJS.ErrnoException) => {
    const setting = problem.code === 'EADDRINUSE' || problem.code === 'EACCES' ? 'PORT' : 'HOST'
    process.send?.({ portProblem: `Wrong setting ${setting}=${environment[setting]}: ${problem.message}` })
  })
  server.listen(environment.PORT, environment.HOST)

  /** Requests under way finish, then the database closes; a connection that hangs is cut after 10 s. */
  const stop = () => {
    setTimeout(() => server.closeAllConnections(), 10_000).unref()
    server.close(() => void closeDatabase().then(() => process.exit(0)))
    server.closeIdleConnections()
  }
  process.on('message', (message) => {
    if (message === 'stop') stop()
  })
  process.on('disconnect', stop)
  process.on('SIGTERM', () => {}) // the primary tells when to stop; a signal to the whole group reaches it too
  process.on('SIGINT', () => {})
}

/** Sharp edge: a cached page is answered without a promise; a promise for each would cost a tenth of the answer. */
function answer(
  handlers: EarlyHandler[],
  request: IncomingMessage,
  response: ServerResponse,
  app: express.Express,
): Promise<void> | undefined {
  if (request.method !== 'GET' && request.method !== 'HEAD' && !isOwnOrigin(request.headers)) {
    response.writeHead(403, [...securityHeaders.flat(), 'content-type', 'text/plain; charset=utf-8'])
    response.end('Yêu cầu đến từ một trang khác nên đã bị chặn. Mở lại Bến Số rồi làm lại.\n')
    return
  }
  for (const [place, handler] of handlers.entries()) {
    const done = handler(request, response)
    if (done === true) return
    if (done !== false)
      return done.then((isDone) => (isDone ? undefined : answer(handlers.slice(place + 1), request, response, app)))
  }
  app(request, response)
}

function expressApp(build: ServerBuild) {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', environment.TRUST_PROXY)
  app.use((_, response, next) => {
    for (const [name, value] of securityHeaders) response.setHeader(name, value)
    next()
  })
  app.use(compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } }))
  app.use(sirv('build/client', { brotli: true, gzip: true, etag: true, setHeaders: cacheForFile }))
  app.use((request, response, next) => {
    // Sharp edge: Remix's adapter appends its headers to these, so media, which say their own, must not get any here
    if (!mediaPath.test(request.path)) response.setHeader('cache-control', 'no-store')
    if (Number(request.headers['content-length'] ?? 0) > formLimitBytes) {
      response.status(413).type('text').send('Nội dung gửi lên quá lớn. Gửi ít lại, rồi thử lần nữa.\n')
      return
    }
    next()
  })
  app.all('*', personalPages(build))
  return app
}

function cacheForFile(response: ServerResponse, path: string) {
  const isHashed = path.startsWith('/assets/') || path.startsWith('/fonts/')
  response.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600')
}
