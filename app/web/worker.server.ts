import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import { closeDatabase } from '#app/db/db.server.ts'
import { environment } from '#app/db/environment.server.ts'
import { cutLateBody, longBodyMs } from '#app/web/body-patience.server.ts'
import { expressApp } from '#app/web/express-app.server.ts'
import { logProblem } from '#app/web/log-problem.server.ts'
import { collectMetrics } from '#app/web/metrics.server.ts'
import { isOwnOrigin } from '#app/web/origin.server.ts'
import { isOverloaded } from '#app/web/overloaded.server.ts'
import { publicPages } from '#app/web/remix-handler.server.ts'
import { answerUnreadable } from '#app/web/unreadable.server.ts'

/** Answers the request, or returns false to let the next one try. */
export type EarlyHandler = (request: IncomingMessage, response: ServerResponse) => boolean | Promise<boolean>

/** Given the way to render a public page, what is answered before Express and Remix. */
export type EarlyHandlers = (render: ReturnType<typeof publicPages>) => EarlyHandler[]

/** A request that never ends holds nothing for long; most bodies have a minute (body-patience.server.ts). */
const patience = { headersTimeout: 20_000, requestTimeout: longBodyMs, connectionsCheckingInterval: 5_000 }

/** One serving process: early handlers, then files, then Remix. */
export async function startWorker(build: ServerBuild, early: EarlyHandlers) {
  const handlers = early(publicPages(build, environment.PUBLIC_URL ?? `http://localhost:${environment.PORT}`))
  const { app, refuse } = expressApp(build)
  collectMetrics()

  const server = createServer(patience, (request, response) => {
    cutLateBody(request)
    const failed = (problem: unknown) => {
      if (request.destroyed && !request.complete) return // whoever asked is gone
      logProblem(problem, 'an early handler failed')
      refuse(isOverloaded(problem) ? 503 : 500, request, response)
    }
    try {
      answer(handlers, request, response, { app, refuse })?.catch(failed)
    } catch (problem) {
      failed(problem)
    }
  })
  server.keepAliveTimeout = 65_000
  server.on('clientError', answerUnreadable)

  server.once('error', (problem: NodeJS.ErrnoException) => {
    const setting = problem.code === 'EADDRINUSE' || problem.code === 'EACCES' ? 'PORT' : 'HOST'
    const portProblem = `Wrong setting ${setting}=${environment[setting]}: ${problem.message}`
    process.send?.({ portProblem }, () => process.exit(78))
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
  to: ReturnType<typeof expressApp>,
): Promise<void> | undefined {
  if (request.method !== 'GET' && request.method !== 'HEAD' && !isOwnOrigin(request.headers)) {
    to.refuse(403, request, response)
    return
  }
  for (const [place, handler] of handlers.entries()) {
    const done = handler(request, response)
    if (done === true) return
    if (done !== false)
      return done.then((isDone) => (isDone ? undefined : answer(handlers.slice(place + 1), request, response, to)))
  }
  to.app(request, response)
}
