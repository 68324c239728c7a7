import type { LoaderFunctionArgs } from '@remix-run/node'
import { byteRange } from '#app/courses/byte-range.ts'
import { versionOf } from '#app/courses/content-hash.server.ts'
import { mediaOf } from '#app/courses/media.server.ts'
import { readMedia } from '#app/courses/read-media.server.ts'
import { found } from '#app/web/found.server.ts'

/** GET /courses/:course/media/:file?v=…: a picture, sound or film of a course, in pieces if asked; nothing in it may run. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const version = new URL(request.url).searchParams.get('v')
  const file = found(await mediaOf(params.course ?? '', `media/${params.file ?? ''}`, version))
  const etag = `"${file.hash}"`
  const headers = new Headers({
    'content-type': file.type,
    'content-security-policy': "default-src 'none'; style-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    'cache-control':
      version === versionOf(file.hash) ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
    etag,
  })
  if (request.headers.get('if-none-match')?.includes(etag)) return new Response(null, { status: 304, headers })

  const condition = request.headers.get('if-range')
  const asked = condition === null || condition === etag ? request.headers.get('range') : null
  const range = byteRange(asked, file.bytes)
  if (range === 'unsatisfiable') {
    headers.set('content-range', `bytes */${file.bytes}`)
    return new Response(null, { status: 416, headers })
  }
  const { start, end } = range ?? { start: 0, end: file.bytes - 1 }
  headers.set('content-length', String(end - start + 1))
  if (range) headers.set('content-range', `bytes ${start}-${end}/${file.bytes}`)
  if (request.method === 'HEAD' || file.bytes === 0) return new Response(null, { status: range ? 206 : 200, headers })

  return new Response(await readMedia(file.hash, { start, end }), { status: range ? 206 : 200, headers })
}
