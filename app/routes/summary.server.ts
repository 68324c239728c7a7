import type { IncomingMessage, ServerResponse } from 'node:http'
import { courseSummary } from '#app/enrolments/summary.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { sessionOf } from '#app/people/session-of.server.ts'
import { newsOf } from '#app/requirements/learner/news-of.server.ts'
import { tokenFrom } from '#app/routes/actor.server.ts'
import { replyJson } from '#app/web/reply-json.server.ts'

/**
 * GET /me/summary?course=cd3: what is personal on a public page, in one small answer: name, ticks, where to go on. With
 * `?news`, which the home page and the catalogue ask for: what is due next and how many notices were not read.
 */
export function answerSummary(request: IncomingMessage, response: ServerResponse): boolean | Promise<boolean> {
  const url = request.url ?? ''
  if (request.method !== 'GET' || !url.startsWith('/me/summary')) return false
  const asked = /^\/me\/summary(?:\?course=([a-z0-9-]{1,120})|\?(news))?$/.exec(url)
  if (!asked) return false
  return summarise({ course: asked[1], hasNews: asked[2] !== undefined }, request, response)
}

async function summarise(
  { course, hasNews }: { course: string | undefined; hasNews: boolean },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<true> {
  const person = await sessionOf(tokenFrom(request.headers.cookie ?? ''))
  const standing = person && course ? await courseSummary(person, course) : null
  const news = person && hasNews ? await newsOf(person, dayOf(new Date())) : undefined
  return replyJson(
    response,
    200,
    person ? { id: person.id, name: person.fullName, isShared: person.isShared, standing, news } : null,
  )
}
