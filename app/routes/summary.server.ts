import type { IncomingMessage, ServerResponse } from 'node:http'
import { courseSummary } from '#app/enrolments/summary.server.ts'
import { sessionOf } from '#app/people/session-of.server.ts'
import { tokenFrom } from '#app/routes/actor.server.ts'
import { replyJson } from '#app/web/reply-json.server.ts'

/** GET /me/summary?course=cd3: what is personal on a public page, in one small answer: name, ticks, where to go on. */
export function answerSummary(request: IncomingMessage, response: ServerResponse): boolean | Promise<boolean> {
  const url = request.url ?? ''
  if (request.method !== 'GET' || !url.startsWith('/me/summary')) return false
  const course = /^\/me\/summary(?:\?course=([a-z0-9-]{1,120}))?$/.exec(url)
  if (!course) return false
  return summarise(course[1], request, response)
}

async function summarise(
  course: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<true> {
  const person = await sessionOf(tokenFrom(request.headers.cookie ?? ''))
  const standing = person && course ? await courseSummary(person, course) : null
  return replyJson(
    response,
    200,
    person ? { id: person.id, name: person.fullName, isShared: person.isShared, standing } : null,
  )
}
