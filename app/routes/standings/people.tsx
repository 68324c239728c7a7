import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { listFrame } from '#app/requirements/desk/list-frame.server.ts'
import { StandingsList } from '#app/requirements/desk/standings-list.tsx'
import { standingsPage } from '#app/requirements/keeping/standings-page.server.ts'
import { requireRole } from '#app/routes/actor.server.ts'
import { askedFilter } from '#app/routes/standings/asked-filter.ts'
import { listDeeds, remindedBy } from '#app/routes/standings/list-deeds.server.ts'
import { deskUnit } from '#app/routes/units/desk.server.ts'
import { uuid } from '#app/routes/units/steps.server.ts'
import { Note } from '#app/ui/note.tsx'
import { WayBack } from '#app/ui/way-back.tsx'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

/**
 * GET /units/:unit/standings/people?requirement=…&standing=…&day=…&q=…&after=…: the people behind a number. Eight queries;
 * ten when figures are summed anew, and one more for a name.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const unitId = found(uuid.safeParse(params.unit).data)
  const { today, ...filter } = askedFilter(new URL(request.url).searchParams)
  const page = found(await standingsPage(who, { unitId, ...filter }))
  const told = remindedBy(new URL(request.url))
  return { ...(await listFrame(unitId, filter.day)), page, filter, today, told }
}

/** POST /units/:unit/standings/people?…: something for the chosen people, or for all of the list. */
export async function action({ request, params }: ActionFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const { unitId } = await deskUnit(who, params.unit)
  return listDeeds(request, who, unitId)
}

export const meta: MetaFunction<typeof loader> = ({ data: list, location }) => {
  const t = messages(localeOf(location.pathname)).standings.list
  return [{ title: `${list ? `${list.name} · ` : ''}${t.title} · Bến Số` }]
}

export default function People() {
  const { unitId, name, told, ...list } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useWords().standings
  const path = usePath()
  return (
    <div className="wrap flow">
      <WayBack href={path(`/units/${unitId}/standings`)}>{t.of(name)}</WayBack>
      <h1>{t.list.title}</h1>
      {refused ? <Note kind="wrong" role="alert" title={t.list.refused[refused.problem]} /> : null}
      {told && !refused ? <Note kind="right" role="status" title={t.list.reminded(told.told, told.left)} /> : null}
      <StandingsList unitId={unitId} {...list} />
    </div>
  )
}
