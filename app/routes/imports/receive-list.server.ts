import { rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { localPath } from '#app/i18n/local-path.ts'
import { placeForArriving } from '#app/intake/batch-file.server.ts'
import { limits } from '#app/intake/reading/limits.ts'
import { uploadList } from '#app/intake/upload-list.server.ts'
import { sessionOf } from '#app/people/session-of.server.ts'
import { tokenFrom } from '#app/routes/actor.server.ts'
import { unitActedFor } from '#app/units/sight/unit-acted-for.server.ts'
import { staffCategories } from '#app/units/unit.ts'
import { allowLongBody } from '#app/web/body-patience.server.ts'
import { localeOf } from '#app/web/locale.ts'
import { boundaryIn } from '#app/web/multipart.server.ts'
import { takeBody } from '#app/web/read-bytes.server.ts'
import { receiveForm } from '#app/web/receive-form.server.ts'
import { securityHeaders } from '#app/web/security-headers.server.ts'

export type ListProblem = 'missing' | 'too-large' | 'broken' | 'day-wrong' | 'unit-not-alive'

const address = /^(?:\/en)?\/units\/([0-9a-f-]{36})\/imports$/
const headers = [...securityHeaders.flat(), 'cache-control', 'no-store', 'content-length', '0']
const refused = new WeakMap<object, ListProblem>()

const formSchema = z.object({
  fromDay: z.string().min(1).optional().catch(undefined),
  category: z.enum(staffCategories).optional().catch(undefined),
})

/**
 * POST /units/:unit/imports: a list goes to disk as it comes, before Remix, which takes no more than 512 kB into memory.
 * Whoever may not send it, and what is wrong with it, is told by the page.
 */
export function receiveList(request: IncomingMessage, response: ServerResponse): boolean | Promise<boolean> {
  if (request.method !== 'POST') return false
  const unitId = address.exec(request.url ?? '')?.[1]
  const boundary = boundaryIn(request.headers['content-type'])
  return unitId && boundary ? receive(request, response, { unitId, boundary }) : false
}

/** What was wrong with a list that was received before Remix. */
export function refusedBefore(request: object | undefined): ListProblem | undefined {
  return request ? refused.get(request) : undefined
}

type To = { unitId: string; boundary: string }

async function receive(request: IncomingMessage, response: ServerResponse, { unitId, boundary }: To) {
  takeBody(request)
  const who = await sessionOf(tokenFrom(request.headers.cookie ?? ''))
  if (!who || !(await unitActedFor(who, unitId))) return leave(request)
  allowLongBody(request)
  const path = await placeForArriving()
  try {
    const sent = await arrive(request, boundary, path)
    if (typeof sent === 'string') return leave(request, sent)
    const outcome = await uploadList(who, { ...sent, unitId, path })
    if (!outcome) return false
    if ('problem' in outcome) return leave(request, outcome.problem)
    const { id, again } = outcome
    const asked = again === null ? '' : again === id ? '?again' : `?before=${again}`
    const location = localPath(localeOf(request.url ?? '/'), `/imports/${id}`) + asked
    response.writeHead(303, [...headers, 'location', location])
    response.end()
    return true
  } finally {
    await rm(path, { force: true })
  }
}

/** The rest is thrown away unread, and the page answers. */
function leave(request: IncomingMessage, problem?: ListProblem): false {
  request.resume()
  if (problem) refused.set(request, problem)
  return false
}

async function arrive(request: IncomingMessage, boundary: string, path: string) {
  const boxes = Object.keys(formSchema.shape)
  const sent = await receiveForm(request, { boundary, path, fileBox: 'list', boxes, fileBytes: limits.fileBytes })
  if (typeof sent === 'string') return sent
  if (sent.bytes === 0) return 'missing' as const
  const { fromDay, category } = formSchema.parse(sent.values)
  return { fileName: sent.fileName || 'danh-sach', ...(fromDay && { fromDay }), ...(category && { category }) }
}
