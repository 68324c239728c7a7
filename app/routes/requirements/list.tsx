import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { RequirementList } from '#app/requirements/asking/requirement-list.tsx'
import { requirementsAskedBy } from '#app/requirements/asking/requirements-asked-by.server.ts'
import { requireRole } from '#app/routes/actor.server.ts'
import { uuid } from '#app/routes/units/steps.server.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import { BackToUnit } from '#app/units/desk/back-to-unit.tsx'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

/** GET /units/:unit/requirements: what a unit asks, and what others ask of its people. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const unitId = found(uuid.safeParse(params.unit).data)
  const listed = found(await requirementsAskedBy(who, unitId))
  return { ...listed, isDropped: new URL(request.url).searchParams.has('dropped') }
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).asking.list.title} · Bến Số` },
]

export default function Requirements() {
  const { unit, mayAsk, own, others, figures, isDropped } = useLoaderData<typeof loader>()
  const t = useWords().asking.list
  const path = usePath()
  return (
    <div className="wrap flow">
      <BackToUnit unitId={unit.unitId} name={unit.name} />
      <h1>{t.title}</h1>
      {isDropped ? <Note kind="right" role="status" title={t.dropped} /> : null}
      <p>{t.why}</p>
      {mayAsk ? (
        <p>
          <a className="btn main" href={path(`/units/${unit.unitId}/requirements/new`)}>
            <Icon name="plus" />
            {t.ask}
          </a>
        </p>
      ) : null}
      <RequirementList title={t.own} requirements={own} none={t.none} figures={figures} />
      <RequirementList title={t.others} requirements={others} none={t.noOthers} figures={figures} isOfOthers />
    </div>
  )
}
