import { constants } from 'node:zlib'
import { type AppLoadContext, type ServerBuild, writeReadableStreamToWritable } from '@remix-run/node'
import compression from 'compression'
import type { Response as Answer, Request as Asked } from 'express'
import { environment } from '#app/db/environment.server.ts'
import { failureText } from '#app/web/failure-text.server.ts'
import { guardedBuild } from '#app/web/guarded-build.server.ts'
import { localeOf } from '#app/web/locale.ts'
import { logProblem } from '#app/web/log-problem.server.ts'
import { nearestRoutes } from '#app/web/nearest-routes.ts'
import { type Preferences, preferencesOf } from '#app/web/preferences.ts'
import { remixRequest } from '#app/web/remix-request.server.ts'
import { routeHandler } from '#app/web/route-handler.server.ts'
import { sendPage } from '#app/web/send-page.server.ts'
import { textOfPage } from '#app/web/whole-page.server.ts'

export type Pages = {
  /** Everything that is not answered early. Personal by default: never stored by a cache. */
  answer(request: Asked, response: Answer): Promise<void>
  /** A failure in three lines: as a page for browsers, as a sentence for programs. */
  fail(status: number, request: Asked, response: Answer): Promise<void>
}

/** Remix behind Express. */
export function personalPages(build: ServerBuild): Pages {
  const near = nearestRoutes(guardedBuild(build))
  const handlers = new Map<ServerBuild, ReturnType<typeof routeHandler>>()

  function handle(asked: Request, context: AppLoadContext): Promise<Response> {
    const narrowed = near(new URL(asked.url).pathname)
    const handler = handlers.get(narrowed) ?? routeHandler(narrowed)
    handlers.set(narrowed, handler)
    return handler(asked, context)
  }

  async function answer(request: Asked, response: Answer) {
    const asked = await remixRequest(request)
    if (typeof asked === 'number') return fail(asked, request, response)
    const reply = await handle(asked, contextOf(request))
    if (lacksWords(reply)) return fail(reply.status, request, response)
    await send(reply, request, response)
  }

  async function fail(status: number, request: Asked, response: Answer) {
    if (response.headersSent) return void response.destroy()
    const locale = localeOf(request.path)
    setHints(status, response)
    if (wantsJson(request)) return void response.status(status).json({ problem: failureText(status, locale) })
    try {
      const headers = new Headers({ cookie: request.headers.cookie ?? '' })
      const page = new Request(`${origin}${locale === 'en' ? '/en' : ''}/-`, { headers })
      const failedPage = request.method === 'POST' ? undefined : request.path
      const context = { ...contextOf(request), failure: status, failedPage }
      await send(await handle(page, context), request, response)
    } catch (problem) {
      logProblem(problem, 'the page of a failure failed itself')
      response.status(status).type('text').send(failureText(status, locale))
    }
  }

  function contextOf(request: Asked) {
    const preferences = preferencesOf(request.headers.cookie, request.headers['save-data'] === 'on')
    const script = preferences.scripts ? scriptOf(build) : null
    return { script, preferences, isPublic: false, asked: request, address: request.ip }
  }

  return { answer, fail }
}

/** Renders a public page as a visitor without cookies gets it; null unless it is there and whole. */
export function publicPages(build: ServerBuild, site: string) {
  const handle = routeHandler(build)
  return async (path: string, preferences: Preferences): Promise<string | null> => {
    const context = { script: preferences.scripts ? scriptOf(build) : null, preferences, isPublic: true }
    const response = await handle(new Request(new URL(path, site)), context)
    return response.status === 200 ? (textOfPage(response) ?? null) : null
  }
}

const origin = new URL(environment.PUBLIC_URL ?? 'http://localhost').origin

/** Said again after a while, when the machine has caught its breath. */
const retrySeconds = 10

/** A failure of a route that is no page and says nothing itself. */
function lacksWords(reply: Response): boolean {
  return reply.status >= 400 && reply.status !== 416 && reply.body === null && textOfPage(reply) === undefined
}

function wantsJson({ headers, path }: Asked): boolean {
  if (path.endsWith('.json')) return true
  const accepts = headers.accept ?? ''
  return /^application\/json\b/i.test(headers['content-type'] ?? '') || /^application\/json\b/i.test(accepts)
}

/** Several cookies are several lines; a file's stricter policy holds beside the site's. All else of a route wins over ours. */
const joined = new Set(['set-cookie', 'content-security-policy'])

function setHints(status: number, response: Answer) {
  if (status === 405) response.setHeader('allow', 'GET, HEAD, POST')
  if (status === 429 || status === 503) response.setHeader('retry-after', retrySeconds)
}

async function send(reply: Response, request: Asked, response: Answer) {
  response.status(reply.status)
  for (const [name, value] of reply.headers)
    if (joined.has(name)) response.append(name, value)
    else response.set(name, value)
  if (!reply.headers.has('retry-after')) setHints(reply.status, response)
  const page = textOfPage(reply)
  if (page !== undefined) sendPage(page, request, response)
  else if (reply.body) {
    compress(request, response, () => {})
    await writeReadableStreamToWritable(reply.body, response)
  } else response.end()
}

/** For the few answers that are no page: one's own data, pictures, papers. */
const compress = compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } } })

/** The browser entry of the build: the one script that pages may name. */
function scriptOf(build: ServerBuild): string {
  return build.assets.entry.module
}
