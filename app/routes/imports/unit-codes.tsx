import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { CodesPage } from '#app/intake/desk/codes-page.tsx'
import { codesValidDays } from '#app/intake/issue-codes.server.ts'
import { requireRole } from '#app/routes/actor.server.ts'
import { issuing, waitingFor } from '#app/routes/imports/issuing.server.ts'
import { uuid } from '#app/routes/units/steps.server.ts'
import { unitActedFor } from '#app/units/sight/unit-acted-for.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

/** As many as an address can name. */
const mostChosen = 300

/** GET /units/:unit/codes?person=…&person=…: who of a unit and all below it, or of people chosen there, needs a first code. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const { unitId } = found(await unitActedFor(who, found(uuid.safeParse(params.unit).data)))
  const chosen = chosenIn(request)
  return { unitId, chosen, waiting: await waitingFor(who, { unitId, ...chosen }), validDays: codesValidDays }
}

/** POST /units/:unit/codes: slips to be printed, shown this once. */
export async function action({ request, params }: ActionFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const { unitId } = found(await unitActedFor(who, found(uuid.safeParse(params.unit).data)))
  return issuing(request, who, { unitId, ...chosenIn(request) })
}

function chosenIn(request: Request): { personIds?: string[] } {
  const personIds = new URL(request.url).searchParams.getAll('person').slice(0, mostChosen)
  return personIds.length > 0 ? { personIds } : {}
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).intake.desk.codes.title} · Bến Số` },
]

export default function UnitCodes() {
  const { unitId, chosen, ...waiting } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const t = useWords().units.desk.members
  const path = usePath()
  const unit = path(`/units/${unitId}`)
  const query = new URLSearchParams(chosen.personIds?.map((id) => ['person', id]))
  return (
    <CodesPage
      action={`${unit}/codes${query.size > 0 ? `?${query}` : ''}`}
      back={{ href: unit, words: t.backToUnit }}
      outcome={outcome}
      {...waiting}
    />
  )
}
