import type { LoaderFunctionArgs } from '@remix-run/node'
import { evidenceOf } from '#app/requirements/hours/evidence-of.server.ts'
import { readEvidence } from '#app/requirements/hours/read-evidence.server.ts'
import { requirePerson } from '#app/routes/actor.server.ts'
import { uuid } from '#app/routes/units/steps.server.ts'
import { found } from '#app/web/found.server.ts'

const endings: Record<string, string> = { 'application/pdf': 'pdf', 'image/png': 'png', 'image/jpeg': 'jpg' }

/** GET /credits/:credit/evidence: a file that somebody sent. It is downloaded under a name of ours; nothing in it may run here. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requirePerson(request)
  const evidence = found(await evidenceOf(who, found(uuid.safeParse(params.credit).data)))
  return new Response(found(await readEvidence(evidence.path)), {
    headers: {
      'content-type': evidence.type,
      'content-length': String(evidence.bytes),
      'content-disposition': `attachment; filename="minh-chung.${endings[evidence.type] ?? 'bin'}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
}
