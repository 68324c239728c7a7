import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { logProblem } from '#app/web/log-problem.server.ts'
import { Unsent } from '#app/web/unsent.ts'
import { wholePage } from '#app/web/whole-page.server.ts'

/**
 * Remix encodes every page's data for a browser that would hydrate, and holds it until this many ms have passed: in the
 * five seconds that are usual a busy process gathers a hundred megabytes. Nobody waits for it here.
 */
export const streamTimeout = 0

/** Pages are rendered whole: nothing streams, nothing hydrates, no inline script leaves the house. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  _context: AppLoadContext,
) {
  const { staticHandlerContext: context } = remix
  context.loaderData = Unsent.opened(context.loaderData)
  if (context.actionData) context.actionData = Unsent.opened(context.actionData)
  const html = renderToString(<RemixServer context={remix} url={request.url} />)
  return wholePage(`<!doctype html>${html}`, { status, headers })
}

/** Written to the log without anything of a person. A wrong address or method is no failure. */
export function handleError(problem: unknown, { request }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (!request.signal.aborted && !isRouteErrorResponse(problem)) logProblem(problem, 'a page failed')
}
