import type { IncomingMessage } from 'node:http'

export type JsonBody = { value: unknown } | { status: 400 | 413 | 415; problem: string }

/** Reads a JSON body of at most `limitBytes`; says what is wrong with any other, and stops reading a longer one. */
export async function readJson(request: IncomingMessage, limitBytes: number): Promise<JsonBody> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    return { status: 415, problem: 'Nội dung phải là application/json.' }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > limitBytes) return { status: 413, problem: 'Nội dung gửi lên quá lớn. Gửi ít lại, rồi thử lần nữa.' }
    chunks.push(chunk)
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
    return { value: JSON.parse(text) }
  } catch {
    return { status: 400, problem: 'Nội dung gửi lên không phải JSON đúng mẫu.' }
  }
}
