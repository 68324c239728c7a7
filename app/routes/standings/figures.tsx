import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { unitStandings } from '#app/requirements/desk/unit-standings.server.ts'
import { UnitStandingsPage } from '#app/requirements/desk/unit-standings-page.tsx'
import { requireRole } from '#app/routes/actor.server.ts'
import { askedFilter } from '#app/routes/standings/asked-filter.ts'
import { uuid } from '#app/routes/units/steps.server.ts'
import { BackToUnit } from '#app/units/desk/back-to-unit.tsx'
import { DayForm } from '#app/units/tree/day-form.tsx'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

/** GET /units/:unit/standings?day=…&requirement=…: how the people of a unit and of those below it stood on a day. Nine queries. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const unitId = found(uuid.safeParse(params.unit).data)
  const { day, today, requirementId } = askedFilter(new URL(request.url).searchParams)
  const standings = found(await unitStandings(who, { unitId, day }))
  const isThere = standings.requirements.some(({ id }) => id === requirementId)
  return { standings, today, requirementId: isThere ? requirementId : undefined }
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) => {
  const t = messages(localeOf(location.pathname)).standings
  return [{ title: `${page ? t.of(page.standings.name) : t.title} · Bến Số` }]
}

export default function Figures() {
  const { standings, today, requirementId } = useLoaderData<typeof loader>()
  const t = useWords().standings
  const path = usePath()
  const { unitId, name, day } = standings
  return (
    <div className="wrap flow">
      <BackToUnit unitId={unitId} name={name} />
      <h1>{t.of(name)}</h1>
      <DayForm action={path(`/units/${unitId}/standings`)} day={day} />
      <UnitStandingsPage standings={standings} today={today} requirementId={requirementId} />
    </div>
  )
}
