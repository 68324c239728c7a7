import { open, rm } from 'node:fs/promises'
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
import { boundaryIn, MalformedBody, multipart } from '#app/web/multipart.server.ts'
import { takeBody } from '#app/web/read-bytes.server.ts'
import { securityHeaders } from '#app/web/security-headers.server.ts'

export type ListProblem = 'missing' | 'too-large' | 'broken' | 'day-wrong' | 'unit-not-alive'

/** The boxes of the form beside the file, and what browsers write around them. */
const besidesBytes = 64 * 1024
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
  const limitBytes = limits.fileBytes + besidesBytes
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) return 'too-large' as const
  const boxes = new Map<string, string>()
  let [box, fileName, bytes] = ['', '', 0]
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const piece of multipart(within(request, limitBytes), boundary)) {
      if ('part' in piece) {
        box = piece.part.name
        if (box === 'list') fileName = piece.part.fileName ?? ''
      } else if (box === 'list') {
        bytes += piece.bytes.length
        await file.writeFile(piece.bytes)
      } else if (box in formSchema.shape)
        boxes.set(box, ((boxes.get(box) ?? '') + Buffer.from(piece.bytes).toString()).slice(0, 100))
    }
  } catch (problem) {
    if (problem instanceof TooLarge) return 'too-large' as const
    if (problem instanceof MalformedBody) return 'broken' as const
    throw problem
  } finally {
    await file.close()
  }
  if (bytes === 0) return 'missing' as const
  const { fromDay, category } = formSchema.parse(Object.fromEntries(boxes))
  return { fileName: baseName(fileName), ...(fromDay && { fromDay }), ...(category && { category }) }
}

class TooLarge extends Error {}

/** Sharp edge: leaving `for await` early would destroy the request, and with it the answer. */
async function* within(request: IncomingMessage, limitBytes: number): AsyncGenerator<Buffer> {
  let bytes = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length
    if (bytes > limitBytes) throw new TooLarge()
    yield chunk
  }
}

/** Some programs send the whole way to a file. */
function baseName(fileName: string): string {
  return fileName.split(/[/\\]/).at(-1) || 'danh-sach'
}
