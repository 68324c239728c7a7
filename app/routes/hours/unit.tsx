import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { dayOf, yearOf } from '#app/i18n/day.ts'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { namesOn } from '#app/requirements/desk/names-on.server.ts'
import { hoursFilters, hoursPage } from '#app/requirements/hours/hours-page.server.ts'
import { UnitHours } from '#app/requirements/hours/unit-hours.tsx'
import { requireRole } from '#app/routes/actor.server.ts'
import { uuid } from '#app/routes/units/steps.server.ts'
import { Icon } from '#app/ui/icon.tsx'
import { BackToUnit } from '#app/units/desk/back-to-unit.tsx'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

const asked = z.object({
  year: z.coerce.number().int().min(2000).max(2199).optional().catch(undefined),
  filter: z.enum(hoursFilters).catch('all'),
  after: z.string().max(500).optional().catch(undefined),
})

/** GET /units/:unit/hours?year=…&filter=…&after=…: who of a unit has the hours of a year; auditors read it too. Twelve queries. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const unitId = found(uuid.safeParse(params.unit).data)
  const { year = yearOf(new Date()), ...filter } = asked.parse(Object.fromEntries(new URL(request.url).searchParams))
  const page = found(await hoursPage(who, { unitId, year, ...filter }))
  const { name } = await namesOn(unitId, dayOf(new Date()))
  return { unit: { unitId, name }, year, filter, page }
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) => [
  { title: `${messages(localeOf(location.pathname)).hours.unit.title(page?.year ?? yearOf(new Date()))} · Bến Số` },
]

export default function UnitHoursPage() {
  const { unit, year, filter, page } = useLoaderData<typeof loader>()
  const t = useWords().hours.unit
  const path = usePath()
  return (
    <div className="wrap flow">
      <BackToUnit unitId={unit.unitId} name={unit.name} />
      <h1>{t.title(year)}</h1>
      {page.mayAct ? (
        <p>
          <a className="btn" href={path(`/units/${unit.unitId}/credits`)}>
            <Icon name="check" />
            {t.toCredits}
          </a>
        </p>
      ) : null}
      <UnitHours
        address={path(`/units/${unit.unitId}/hours`)}
        {...{ year, page }}
        filter={filter.filter}
        isFirst={!filter.after}
      />
    </div>
  )
}
