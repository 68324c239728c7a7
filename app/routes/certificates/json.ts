import type { LoaderFunctionArgs } from '@remix-run/node'
import { verify } from '#app/certificates/verify.server.ts'

/** GET /certificates/:code.json: the same verdict for programs, from any site. */
export async function loader({ params }: LoaderFunctionArgs) {
  const verdict = await verify(params.code ?? '')
  return Response.json(verdict ?? { state: 'unknown' }, {
    status: verdict ? 200 : 404,
    headers: { 'Access-Control-Allow-Origin': '*', 'X-Robots-Tag': 'noindex' },
  })
}
