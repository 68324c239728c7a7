import cluster from 'node:cluster'
import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { AggregatorRegistry, collectDefaultMetrics } from 'prom-client'
import { environment } from '#app/db/environment.server.ts'

/** In the primary: sums the figures of all processes whenever one of them is asked. */
export function answerMetrics() {
  const all = new AggregatorRegistry()
  cluster.on('message', (worker, message) => {
    if (message !== 'metrics?') return
    all.clusterMetrics().then(
      (text) => worker.send({ metrics: text }),
      () => worker.send({ metrics: '' }),
    )
  })
}

/** In a worker: collects its own figures and hands them over when the primary asks. */
export function collectMetrics() {
  collectDefaultMetrics()
  new AggregatorRegistry() // listens to the primary from its constructor on
}

/** GET /metrics: from the machine itself, or with the token. Everybody else gets the 404 of any unknown page. */
export function metrics(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.url !== '/metrics' || request.method !== 'GET' || !mayRead(request)) return false
  const listen = (message: unknown) => {
    if (typeof message !== 'object' || message === null || !('metrics' in message)) return
    process.off('message', listen)
    response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4', 'cache-control': 'no-store' })
    response.end(String(message.metrics))
  }
  process.on('message', listen)
  process.send?.('metrics?')
  return true
}

/** Behind a proxy every request comes from loopback: then only the token counts. */
function mayRead(request: IncomingMessage): boolean {
  const token = environment.METRICS_TOKEN
  if (token) return isSame(request.headers.authorization?.replace(/^Bearer /, '') ?? '', token)
  const address = request.socket.remoteAddress ?? ''
  return environment.TRUST_PROXY === 0 && (address === '::1' || address.endsWith('127.0.0.1'))
}

/** Sharp edge: lengths are counted in bytes, for a header may hold letters of two; unequal ones make the comparison throw. */
function isSame(given: string, token: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(token)]
  return one.length === other.length && timingSafeEqual(one, other)
}
