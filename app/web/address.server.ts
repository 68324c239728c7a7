import type { IncomingMessage } from 'node:http'
import { environment } from '#app/db/environment.server.ts'

/** Where a request came from, as far as proxies are trusted: each of them adds the address it was asked from. */
export function addressOf(request: IncomingMessage, proxies = environment.TRUST_PROXY): string | undefined {
  const named = [request.headers['x-forwarded-for'] ?? []].flat().join(',')
  const told = named === '' ? [] : named.split(',').map((address) => address.trim())
  const chain = [request.socket.remoteAddress, ...told.reverse()]
  return chain[Math.min(proxies, chain.length - 1)]
}
