import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Response as Answer, Request as Asked } from 'express'

const worthItBytes = 1024

/** The whole page at once, compressed as the reader can take it: brotli 3 costs a tenth of a millisecond. */
export function sendPage(html: string, request: Asked, response: Answer): void {
  const plain = Buffer.from(html)
  const encoding = plain.length < worthItBytes ? false : request.acceptsEncodings('br', 'gzip')
  response.vary('accept-encoding')
  const bytes = encoding === 'br' ? brotli(plain) : encoding === 'gzip' ? gzipSync(plain) : plain
  if (bytes !== plain && encoding) response.setHeader('content-encoding', encoding)
  response.setHeader('content-length', bytes.length)
  response.end(bytes)
}

/** A window as large as a page: the usual one takes 4 MB for each. */
const windowBits = 18

function brotli(plain: Buffer): Buffer {
  const { BROTLI_PARAM_QUALITY: quality, BROTLI_PARAM_LGWIN: window, BROTLI_PARAM_SIZE_HINT: size } = constants
  return brotliCompressSync(plain, { params: { [quality]: 3, [window]: windowBits, [size]: plain.length } })
}
