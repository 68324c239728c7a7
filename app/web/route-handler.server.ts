import type { AppLoadContext, EntryContext, ServerBuild } from '@remix-run/node'
import {
  type ActionFunctionArgs,
  type AgnosticDataRouteObject,
  createStaticHandler,
  getStaticContextFromError,
  isRouteErrorResponse,
  type LoaderFunctionArgs,
  matchRoutes,
  type StaticHandlerContext,
} from '@remix-run/router'

type Route = NonNullable<ServerBuild['routes'][string]>

/** What is needed of a build of Remix. */
type Site = Pick<ServerBuild, 'routes' | 'entry' | 'assets' | 'future'>

/**
 * Answers for Remix's routes, in the place of its own handler, which is made for browsers that hydrate: here the data of
 * a page leaves the process in the page alone, by no other address, and a page with two loaders makes one Request instead
 * of five, each of which would stay until the next full collection. A failure without words has no body.
 */
export function routeHandler(build: Site) {
  const modules = modulesOf(build)
  const routes = routesUnder(build, undefined)
  const handler = createStaticHandler(routes, { future: { v7_relativeSplatPath: true, v7_throwAbortReason: true } })

  return (request: Request, context: AppLoadContext): Promise<Response> => {
    const leaf = matchRoutes(routes, new URL(request.url).pathname)?.at(-1)
    const isPage = !leaf || modules[leaf.route.id]?.default !== undefined
    return isPage ? answerPage(request, context) : answerResource(request, context)
  }

  async function answerPage(request: Request, context: AppLoadContext): Promise<Response> {
    const found = await handler.query(request, { requestContext: context })
    if (found instanceof Response) return found
    for (const problem of Object.values(found.errors ?? {})) tell(problem, request, context)
    try {
      return await render(request, found, context)
    } catch (problem) {
      tell(problem, request, context)
      return render(request, getStaticContextFromError(routes, found, problem), context)
    }
  }

  async function answerResource(request: Request, context: AppLoadContext): Promise<Response> {
    try {
      const answer: unknown = await handler.queryRoute(request, { requestContext: context })
      if (answer instanceof Response) return answer
      throw new Error('a route that is no page answers with Responses')
    } catch (problem) {
      if (problem instanceof Response) return problem
      tell(problem, request, context)
      return new Response(null, { status: isRouteErrorResponse(problem) ? problem.status : 500 })
    }
  }

  /** A wrong address or method is nobody's bug. */
  function tell(problem: unknown, request: Request, context: AppLoadContext) {
    if (!isRouteErrorResponse(problem)) build.entry.module.handleError?.(problem, { request, context, params: {} })
  }

  async function render(request: Request, found: StaticHandlerContext, context: AppLoadContext): Promise<Response> {
    const remix: EntryContext = {
      manifest: build.assets,
      routeModules: modules,
      staticHandlerContext: found,
      serverHandoffString: '',
      renderMeta: {},
      future: build.future,
      isSpaMode: false,
      serializeError: () => ({ message: '' }),
    }
    const page = await build.entry.module.default(request, found.statusCode, headersOf(modules, found), remix, context)
    if (page instanceof Response) return page
    throw new Error('the entry renders Responses')
  }
}

function modulesOf(build: Site): Record<string, Route['module']> {
  return Object.fromEntries(Object.entries(build.routes).flatMap(([id, route]) => (route ? [[id, route.module]] : [])))
}

/** The routes as the router knows them, each under its parent. */
function routesUnder(build: Site, parentId: string | undefined): AgnosticDataRouteObject[] {
  return Object.values(build.routes).flatMap((route) =>
    route && (route.parentId ?? undefined) === parentId ? [dataRoute(build, route)] : [],
  )
}

function dataRoute(build: Site, { id, path, index, module }: Route): AgnosticDataRouteObject {
  const { loader, action, handle, ErrorBoundary } = module
  const common = {
    id,
    handle,
    hasErrorBoundary: id === 'root' || ErrorBoundary !== undefined,
    ...(path !== undefined && { path }),
    ...(loader && {
      loader: ({ request, params, context }: LoaderFunctionArgs) => loader({ request, params, context }),
    }),
    ...(action && {
      action: ({ request, params, context }: ActionFunctionArgs) => action({ request, params, context }),
    }),
  }
  return index ? { ...common, index } : { ...common, children: routesUnder(build, id) }
}

/** The innermost route's own headers, and every cookie that loaders and the action set. */
function headersOf(modules: Record<string, Route['module']>, found: StaticHandlerContext): Headers {
  const { loaderHeaders, actionHeaders, matches, errors } = found
  const own = errors ? undefined : modules[matches.at(-1)?.route.id ?? '']?.headers
  const none = new Headers()
  const given = { loaderHeaders: none, parentHeaders: none, actionHeaders: none, errorHeaders: undefined }
  const headers = new Headers(typeof own === 'function' ? own(given) : own)
  for (const { route } of matches)
    for (const set of [actionHeaders[route.id], loaderHeaders[route.id]])
      for (const cookie of set?.getSetCookie() ?? []) headers.append('set-cookie', cookie)
  return headers
}
