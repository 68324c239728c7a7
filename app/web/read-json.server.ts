import type { IncomingMessage } from 'node:http'
import { readBytes } from '#app/web/read-bytes.server.ts'

export type JsonBody = { value: unknown } | { status: 400 | 413 | 415 }

/** Reads a plain JSON body of at most `limitBytes`; gives a status for any other, and stops reading a longer one. */
export async function readJson(request: IncomingMessage, limitBytes: number): Promise<JsonBody> {
  const isPlain = (request.headers['content-encoding'] ?? 'identity') === 'identity'
  if (!isPlain || !/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return { status: 415 }
  const bytes = await readBytes(request, limitBytes)
  if (!bytes) return { status: 413 }
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return { status: 400 }
  }
}
