import type { IncomingMessage, ServerResponse } from 'node:http'
import { courseSummary } from '#app/enrolments/summary.server.ts'
import { sessionOf } from '#app/people/session-of.server.ts'
import { tokenFrom } from '#app/routes/actor.server.ts'
import { securityHeaders } from '#app/web/security-headers.server.ts'

const headers = [
  ...securityHeaders.flat(),
  'content-type',
  'application/json; charset=utf-8',
  'cache-control',
  'no-store',
]

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
  const bytes = Buffer.from(
    JSON.stringify(person ? { id: person.id, name: person.fullName, isShared: person.isShared, standing } : null),
  )
  response.writeHead(200, [...headers, 'content-length', String(bytes.length)])
  response.end(bytes)
  return true
}
