import type { IncomingMessage } from 'node:http'

const known = new WeakMap<IncomingMessage, Promise<Buffer | null>>()
const taken = new WeakSet<IncomingMessage>()

/**
 * A request's body of at most `limitBytes`; null for a longer one, of which the rest is thrown away unread.
 * Read once: whoever looks first may leave the answer to the next.
 * Sharp edge: leaving `for await` early destroys the request and with it the connection, before the answer is out.
 */
export function readBytes(request: IncomingMessage, limitBytes: number): Promise<Buffer | null> {
  const bytes = known.get(request) ?? readAll(request, limitBytes)
  known.set(request, bytes)
  return bytes
}

/** Somebody else takes this body as it comes, or nobody wants it: whoever looks next finds it empty. */
export function takeBody(request: IncomingMessage): void {
  known.set(request, Promise.resolve(Buffer.alloc(0)))
  taken.add(request)
}

export function isBodyTaken(request: IncomingMessage): boolean {
  return taken.has(request)
}

async function readAll(request: IncomingMessage, limitBytes: number): Promise<Buffer | null> {
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
