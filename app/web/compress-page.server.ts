import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { securityHeaders } from '#app/web/security-headers.server.ts'

type Body = { bytes: Buffer; headers: string[] }

/** A finished page in all its encodings, with the headers that go with each. `unchanged`: those of a 304. */
export type Page = {
  etag: string
  unchanged: string[]
  bodies: Record<'br' | 'gzip' | 'identity', Body>
  /** Bytes of all bodies together. */
  size: number
}

const compressBrotli = promisify(brotliCompress)
const compressGzip = promisify(gzip)

/** As small as it gets, which takes a while: for pages that are kept. */
export async function compressPage(html: string): Promise<Page> {
  const identity = Buffer.from(html)
  const quality = {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: identity.length },
  }
  const [br, gz] = await Promise.all([compressBrotli(identity, quality), compressGzip(identity, { level: 9 })])
  const etag = `"${createHash('sha256').update(identity).digest('base64url').slice(0, 22)}"`
  const common = [
    ...securityHeaders.flat(),
    ...['cache-control', 'public, max-age=0, must-revalidate'],
    ...['vary', 'accept-encoding, cookie, save-data'],
    ...['etag', etag],
  ]
  const bodies = {
    br: bodyOf(br, [...common, 'content-encoding', 'br']),
    gzip: bodyOf(gz, [...common, 'content-encoding', 'gzip']),
    identity: bodyOf(identity, common),
  }
  return { etag, unchanged: common, bodies, size: br.length + gz.length + identity.length }
}

function bodyOf(bytes: Buffer, headers: string[]): Body {
  const own = ['content-type', 'text/html; charset=utf-8', 'content-length', String(bytes.length)]
  return { bytes, headers: [...headers, ...own] }
}
