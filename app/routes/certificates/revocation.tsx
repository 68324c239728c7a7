import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useParams } from '@remix-run/react'
import { z } from 'zod'
import { RevocationForm } from '#app/certificates/mend-forms.tsx'
import { recordBehind } from '#app/certificates/record-behind.server.ts'
import { RefusedMending } from '#app/certificates/refused-mending.tsx'
import { revoke } from '#app/certificates/revoke.server.ts'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { requireRole } from '#app/routes/actor.server.ts'
import { formDataOf } from '#app/web/form-data.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

const formSchema = z.object({ 'revocation-reason': z.string().catch('') })

/**
 * There is nothing to see before something was refused; for others than administrators there is no such page.
 * Sharp edge: this runs after the action too, so it must not lead away from its refusal.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireRole(request, 'administrator')
  return null
}

/** POST /certificates/:code/revocation */
export async function action({ request, params }: ActionFunctionArgs) {
  const administrator = await requireRole(request, 'administrator')
  const code = params.code ?? ''
  const { id } = found(await recordBehind(administrator, code))
  const { 'revocation-reason': reason } = formSchema.parse(Object.fromEntries(await formDataOf(request)))
  const outcome = found(await revoke(administrator, id, reason))
  if ('refused' in outcome) return data({ ...outcome, code, reason }, { status: 422 })
  return redirect(localPath(localeOf(request), `/certificates/${code}`), 303)
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).certificates.desk} · Bến Số` },
]

export default function Revocation() {
  const outcome = useActionData<typeof action>()
  const params = useParams()
  if (!outcome) return <RefusedMending code={params.code ?? ''} refused={null} />
  const { refused, code, reason } = outcome
  return (
    <RefusedMending code={code} refused={refused}>
      {refused === 'reason' ? <RevocationForm code={code} reason={reason} problem={refused} /> : null}
    </RefusedMending>
  )
}
