import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useParams } from '@remix-run/react'
import { z } from 'zod'
import { ReissueForm } from '#app/certificates/mend-forms.tsx'
import { recordBehind } from '#app/certificates/record-behind.server.ts'
import { RefusedMending } from '#app/certificates/refused-mending.tsx'
import { reissue } from '#app/certificates/reissue.server.ts'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { requireRole } from '#app/routes/actor.server.ts'
import { formDataOf } from '#app/web/form-data.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

const formSchema = z.object({ fullName: z.string().catch(''), 'reissue-reason': z.string().catch('') })

/**
 * There is nothing to see before something was refused; for others than administrators there is no such page.
 * Sharp edge: this runs after the action too, so it must not lead away from its refusal.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireRole(request, 'administrator')
  return null
}

/** POST /certificates/:code/reissue */
export async function action({ request, params }: ActionFunctionArgs) {
  const administrator = await requireRole(request, 'administrator')
  const code = params.code ?? ''
  const { id } = found(await recordBehind(administrator, code))
  const { fullName, 'reissue-reason': reason } = formSchema.parse(Object.fromEntries(await formDataOf(request)))
  const outcome = found(await reissue(administrator, id, { fullName, reason }))
  if ('refused' in outcome) return data({ ...outcome, code, fullName, reason }, { status: 422 })
  return redirect(localPath(localeOf(request), `/certificates/${outcome.code}`), 303)
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).certificates.desk} · Bến Số` },
]

export default function Reissue() {
  const outcome = useActionData<typeof action>()
  const params = useParams()
  if (!outcome) return <RefusedMending code={params.code ?? ''} refused={null} />
  const { refused, code, fullName, reason } = outcome
  return (
    <RefusedMending code={code} refused={refused}>
      {refused === 'name' || refused === 'reason' ? (
        <ReissueForm code={code} fullName={fullName} reason={reason} problem={refused} />
      ) : null}
    </RefusedMending>
  )
}
