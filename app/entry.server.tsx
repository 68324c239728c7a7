import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { messages } from '#app/i18n/messages.ts'
import { titledByAnswer } from '#app/web/answered-title.ts'
import { localeOf } from '#app/web/locale.ts'
import { logProblem } from '#app/web/log-problem.server.ts'
import { wholePage } from '#app/web/whole-page.server.ts'

/** Pages are rendered whole: nothing streams, nothing hydrates, no inline script leaves the house. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  _context: AppLoadContext,
) {
  const routeModules = titledByAnswer(remix, status, messages(localeOf(request)).shell.answered)
  const html = renderToString(<RemixServer context={{ ...remix, routeModules }} url={request.url} />)
  return wholePage(`<!doctype html>${html}`, { status, headers })
}

/** Written to the log without anything of a person. A wrong address or method is no failure. */
export function handleError(problem: unknown, { request }: LoaderFunctionArgs | ActionFunctionArgs) {
  if (!request.signal.aborted && !isRouteErrorResponse(problem)) logProblem(problem, 'a page failed')
}
