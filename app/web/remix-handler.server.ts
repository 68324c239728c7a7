import { createRequestHandler as createExpressHandler } from '@remix-run/express'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import type { RequestHandler } from 'express'
import { nearestRoutes } from '#app/web/nearest-routes.ts'
import { type Preferences, preferencesOf } from '#app/web/preferences.ts'

/** Remix behind Express: everything that is not answered early. Personal by default: never stored by a cache. */
export function personalPages(build: ServerBuild): RequestHandler {
  const near = nearestRoutes(build)
  const handlers = new Map<ServerBuild, RequestHandler>()
  return (request, response, next) => {
    const narrowed = near(request.url)
    const handle = handlers.get(narrowed) ?? personalPagesOf(narrowed)
    handlers.set(narrowed, handle)
    return handle(request, response, next)
  }
}

function personalPagesOf(build: ServerBuild): RequestHandler {
  return createExpressHandler({
    build,
    mode: 'production',
    getLoadContext: (request) => {
      const preferences = preferencesOf(request.headers.cookie, request.headers['save-data'] === 'on')
      return { script: preferences.scripts ? scriptOf(build) : null, preferences, isPublic: false }
    },
  })
}

/** Renders a public page as a visitor without cookies gets it; null unless it is there and whole. */
export function publicPages(build: ServerBuild, origin: string) {
  const handle = createRequestHandler(build, 'production')
  return async (path: string, preferences: Preferences): Promise<string | null> => {
    const context = { script: preferences.scripts ? scriptOf(build) : null, preferences, isPublic: true }
    const response = await handle(new Request(new URL(path, origin)), context)
    return response.status === 200 ? response.text() : null
  }
}

/** The browser entry of the build: the one script that pages may name. */
function scriptOf(build: ServerBuild): string {
  return build.assets.entry.module
}
