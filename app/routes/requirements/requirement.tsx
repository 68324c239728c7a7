import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { dayOf } from '#app/i18n/day.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { DraftDeeds } from '#app/requirements/asking/draft-deeds.tsx'
import { EndRequirementForm } from '#app/requirements/asking/end-requirement-form.tsx'
import { PreviewFigures } from '#app/requirements/asking/preview-figures.tsx'
import { PreviewUnderWay } from '#app/requirements/asking/preview-under-way.tsx'
import { previewedRequirement } from '#app/requirements/asking/previewed-requirement.server.ts'
import { RequirementFacts } from '#app/requirements/asking/requirement-facts.tsx'
import { requirementPage } from '#app/requirements/asking/requirement-page.server.ts'
import { requireRole } from '#app/routes/actor.server.ts'
import { deciding } from '#app/routes/requirements/deciding.server.ts'
import { uuid } from '#app/routes/units/steps.server.ts'
import { Note } from '#app/ui/note.tsx'
import { WayBack } from '#app/ui/way-back.tsx'
import { DeskRefused } from '#app/units/desk/desk-refused.tsx'
import { found } from '#app/web/found.server.ts'

export const handle = { desk: true }

const doneSchema = z.enum(['published', 'ended']).nullable().catch(null)

/** GET /requirements/:requirement: a draft with whom it would ask, or what is asked. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const told = found(await previewedRequirement(who, found(uuid.safeParse(params.requirement).data)))
  const done = doneSchema.parse(new URL(request.url).searchParams.get('done'))
  return { ...told, done, today: dayOf(new Date()), isScripted: context.script !== null }
}

/** POST /requirements/:requirement: published, dropped or ended. */
export async function action({ request, params }: ActionFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const { id } = found(await requirementPage(who, found(uuid.safeParse(params.requirement).data)))
  return deciding(request, who, id)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `${data.requirement.title} · ` : ''}Bến Số` },
]

export default function Requirement() {
  const { requirement, preview, done, today, isScripted } = useLoaderData<typeof loader>()
  const typed = useActionData<typeof action>()
  const { list, page: t } = useWords().asking
  const path = usePath()
  const { id, title, state, askedBy, mayKeep } = requirement
  const unitId = askedBy.ended ? (askedBy.ended.in[0]?.unitId ?? askedBy.unitId) : askedBy.unitId
  const address = path(`/requirements/${id}`)
  return (
    <div className="wrap flow">
      <WayBack href={path(`/units/${unitId}/requirements`)}>{list.title}</WayBack>
      <h1>{title}</h1>
      {done ? <Note kind="right" role="status" title={done === 'published' ? t.published : t.endedNow} /> : null}
      {state === 'draft' ? <Note icon="edit" title={t.draft} /> : <p>{t.states[state]}</p>}
      {state === 'draft' ? <DeskRefused problems={typed?.problems} /> : null}
      {preview && 'progress' in preview ? (
        <PreviewUnderWay {...{ preview, address, isScripted }}>
          <DraftDeeds action={address} people={0} />
        </PreviewUnderWay>
      ) : null}
      {preview && 'people' in preview ? (
        <PreviewFigures preview={preview}>
          <DraftDeeds action={address} people={preview.people} />
        </PreviewFigures>
      ) : null}
      {state === 'draft' ? null : (
        <p>
          <a className="ic" href={path(`/units/${unitId}/standings`)}>
            {t.seeFigures}
          </a>
        </p>
      )}
      <RequirementFacts requirement={requirement} />
      {mayKeep && state === 'asked' ? <EndRequirementForm action={address} today={today} typed={typed} /> : null}
    </div>
  )
}
