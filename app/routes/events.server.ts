import type { IncomingMessage, ServerResponse } from 'node:http'
import { type Locale, messages } from '#app/i18n/messages.ts'
import { record } from '#app/ledger/record.server.ts'
import { sessionOf } from '#app/people/session-of.server.ts'
import { tokenFrom } from '#app/routes/actor.server.ts'
import { failureText } from '#app/web/failure-text.server.ts'
import { localeOf } from '#app/web/locale.ts'
import { logProblem } from '#app/web/log-problem.server.ts'
import { isOverloaded } from '#app/web/overloaded.server.ts'
import { readJson } from '#app/web/read-json.server.ts'
import { replyJson } from '#app/web/reply-json.server.ts'

const limitBytes = 512 * 1024

/** POST /events: the one door for learners' work, answered before Remix. `{ events: […] }` → `{ receipts: […] }`. */
export function answerEvents(request: IncomingMessage, response: ServerResponse): boolean | Promise<boolean> {
  if (request.url !== '/events') return false
  return receive(request, response)
}

async function receive(request: IncomingMessage, response: ServerResponse): Promise<true> {
  if (request.method !== 'POST') return replyJson(response, 405, { problem: 'POST' })
  const body = await readJson(request, limitBytes)
  if ('status' in body)
    return replyJson(response, body.status, { problem: failureText(body.status, languageOf(request)) })
  const person = await sessionOf(tokenFrom(request.headers.cookie ?? ''))
  if (!person) return replyJson(response, 401, { problem: messages(languageOf(request)).errors.signedOut })
  try {
    const recorded = await record(person, body.value)
    return replyJson(response, recorded.problem ? 400 : 200, recorded)
  } catch (problem) {
    if (!isOverloaded(problem)) throw problem
    logProblem(problem, 'events have to wait')
    return replyJson(response, 503, { problem: failureText(503, person.language) })
  }
}

/** That of the page which sends; nobody may be signed in to ask. */
function languageOf({ headers }: IncomingMessage): Locale {
  const page = headers.referer ?? ''
  return localeOf(URL.canParse(page) ? new URL(page).pathname : '/')
}
