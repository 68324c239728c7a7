import type { IncomingMessage } from 'node:http'

/**
 * A request's body of at most `limitBytes`; null for a longer one, of which the rest is thrown away unread.
 * Sharp edge: leaving `for await` early destroys the request and with it the connection, before the answer is out.
 */
export async function readBytes(request: IncomingMessage, limitBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length
    if (size > limitBytes) {
      request.resume()
      return null
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
