import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { CodesPage } from '#app/intake/desk/codes-page.tsx'
import { codesValidDays } from '#app/intake/issue-codes.server.ts'
import { requireRole } from '#app/routes/actor.server.ts'
import { issuing, waitingFor } from '#app/routes/imports/issuing.server.ts'
import { uuid } from '#app/routes/units/steps.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

/** GET /imports/:batch/codes: who of a list needs a first code. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const batchId = found(uuid.safeParse(params.batch).data)
  return { batchId, waiting: await waitingFor(who, { batchId }), validDays: codesValidDays }
}

/** POST /imports/:batch/codes: slips to be printed, shown this once. */
export async function action({ request, params }: ActionFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  return issuing(request, who, { batchId: found(uuid.safeParse(params.batch).data) })
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).intake.desk.codes.title} · Bến Số` },
]

export default function Codes() {
  const { batchId, ...waiting } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const t = useWords().intake.desk.codes
  const path = usePath()
  const list = path(`/imports/${batchId}`)
  return <CodesPage action={`${list}/codes`} back={{ href: list, words: t.back }} outcome={outcome} {...waiting} />
}
