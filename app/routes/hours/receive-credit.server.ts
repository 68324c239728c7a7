import { rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { localPath } from '#app/i18n/local-path.ts'
import { placeForArriving } from '#app/intake/batch-file.server.ts'
import { sessionOf } from '#app/people/session-of.server.ts'
import { addCredit } from '#app/requirements/hours/add-credit.server.ts'
import { type CreditForm, type CreditProblems, creditBoxes } from '#app/requirements/hours/credit.ts'
import { evidenceBytes } from '#app/requirements/hours/evidence-file.server.ts'
import { tokenFrom } from '#app/routes/actor.server.ts'
import { allowLongBody } from '#app/web/body-patience.server.ts'
import { localeOf } from '#app/web/locale.ts'
import { boundaryIn } from '#app/web/multipart.server.ts'
import { takeBody } from '#app/web/read-bytes.server.ts'
import { receiveForm } from '#app/web/receive-form.server.ts'
import { securityHeaders } from '#app/web/security-headers.server.ts'

export type RefusedCredit = { values: CreditForm; problems: CreditProblems }

const address = /^(?:\/en)?(\/me\/credits|\/admin\/people\/([0-9a-f-]{36})\/hours)$/
const headers = [...securityHeaders.flat(), 'cache-control', 'no-store', 'content-length', '0']
const refused = new WeakMap<object, RefusedCredit>()

/**
 * POST /me/credits and /admin/people/:person/hours, with a file: the evidence goes to disk as it comes, before Remix, which
 * takes no more than 512 kB into memory. Whoever may not send it, and what is wrong with it, is told by the page.
 */
export function receiveCredit(request: IncomingMessage, response: ServerResponse): boolean | Promise<boolean> {
  if (request.method !== 'POST') return false
  const [, page, personId] = address.exec(request.url ?? '') ?? []
  const boundary = boundaryIn(request.headers['content-type'])
  return page && boundary ? receive(request, response, { page, personId, boundary }) : false
}

/** What was wrong with a credit that was received before Remix. */
export function refusedCredit(request: object | undefined): RefusedCredit | undefined {
  return request ? refused.get(request) : undefined
}

type To = { page: string; personId: string | undefined; boundary: string }

async function receive(request: IncomingMessage, response: ServerResponse, { page, personId, boundary }: To) {
  takeBody(request)
  const who = await sessionOf(tokenFrom(request.headers.cookie ?? ''))
  if (!who) return leave(request)
  allowLongBody(request)
  const path = await placeForArriving()
  try {
    const wish = { boundary, path, fileBox: 'file', boxes: creditBoxes, fileBytes: evidenceBytes }
    const sent = await receiveForm(request, wish)
    if (typeof sent === 'string') return leave(request, { values: formOf({}), problems: { file: `file-${sent}` } })
    const values = formOf(sent.values)
    const outcome = await addCredit(who, personId ?? who.id, values, { path, name: sent.fileName })
    if (!outcome) return leave(request)
    if ('problems' in outcome) return leave(request, { values, problems: outcome.problems })
    const location = `${localPath(localeOf(request.url ?? '/'), page)}?done=${outcome.again ? 'again' : 'added'}`
    response.writeHead(303, [...headers, 'location', location])
    response.end()
    return true
  } finally {
    await rm(path, { force: true })
  }
}

/** The rest is thrown away unread, and the page answers. */
function leave(request: IncomingMessage, problem?: RefusedCredit): false {
  request.resume()
  if (problem) refused.set(request, problem)
  return false
}

function formOf(values: Partial<CreditForm>): CreditForm {
  const { title = '', provider = '', category = '', hours = '', form = '', paper = '' } = values
  return {
    title,
    provider,
    category,
    hours,
    form,
    paper,
    beganDay: values.beganDay ?? '',
    completedDay: values.completedDay ?? '',
  }
}
