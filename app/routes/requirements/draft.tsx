import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { changeDraft } from '#app/requirements/asking/change-draft.server.ts'
import { choicesFor } from '#app/requirements/asking/choices-for.server.ts'
import { draftValues } from '#app/requirements/asking/draft-values.server.ts'
import { RequirementFields } from '#app/requirements/asking/requirement-fields.tsx'
import { requireRole } from '#app/routes/actor.server.ts'
import { writing } from '#app/routes/requirements/writing.server.ts'
import { uuid } from '#app/routes/units/steps.server.ts'
import { Note } from '#app/ui/note.tsx'
import { WayBack } from '#app/ui/way-back.tsx'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

/** GET /requirements/:requirement/draft: a draft in its boxes again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const draft = found(await draftValues(who, found(uuid.safeParse(params.requirement).data)))
  return { draft, choices: await choicesFor(who, draft.unitId) }
}

/** POST /requirements/:requirement/draft: written anew. */
export async function action({ request, params }: ActionFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const { id, unitId } = found(await draftValues(who, found(uuid.safeParse(params.requirement).data)))
  return writing(request, unitId, (form) => changeDraft(who, id, form))
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).asking.form.change} · Bến Số` },
]

export default function Draft() {
  const { draft, choices } = useLoaderData<typeof loader>()
  const typed = useActionData<typeof action>() ?? { problems: {}, values: draft.values }
  const t = useWords().asking
  const path = usePath()
  const address = path(`/requirements/${draft.id}`)
  return (
    <div className="wrap flow">
      <WayBack href={address}>{t.people.back}</WayBack>
      <h1>{t.form.change}</h1>
      <p>{t.form.why}</p>
      {draft.fits ? null : <Note kind="warn" title={t.form.unlike} />}
      <RequirementFields
        action={`${address}/draft`}
        unitId={draft.unitId}
        unitName={draft.unitName}
        usual={{ days: '30', months: '12', graceDays: '0', atLeastDays: '30' }}
        {...{ choices, typed }}
      />
    </div>
  )
}
