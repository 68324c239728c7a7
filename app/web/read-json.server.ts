import type { IncomingMessage } from 'node:http'
import { readBytes } from '#app/web/read-bytes.server.ts'

export type JsonBody = { value: unknown } | { status: 400 | 413 | 415; problem: string }

/** Reads a JSON body of at most `limitBytes`; says what is wrong with any other, and stops reading a longer one. */
export async function readJson(request: IncomingMessage, limitBytes: number): Promise<JsonBody> {
  const isPlain = (request.headers['content-encoding'] ?? 'identity') === 'identity'
  if (!isPlain || !/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    return { status: 415, problem: 'Nội dung phải là application/json, không nén.' }
  const bytes = await readBytes(request, limitBytes)
  if (!bytes) return { status: 413, problem: 'Nội dung gửi lên quá lớn. Gửi ít lại, rồi thử lần nữa.' }
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return { status: 400, problem: 'Nội dung gửi lên không phải JSON đúng mẫu.' }
  }
}
