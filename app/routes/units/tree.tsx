import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { requireRole } from '#app/routes/actor.server.ts'
import { BackToAdministration } from '#app/routes/administration/back.tsx'
import { askedDay } from '#app/routes/units/asked-day.ts'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { DayForm } from '#app/units/tree/day-form.tsx'
import { searchUnits } from '#app/units/tree/search-units.server.ts'
import { treeAt } from '#app/units/tree/tree-at.server.ts'
import { UnitList } from '#app/units/tree/unit-list.tsx'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

/** How far down the tree is shown at once; each unit leads further. */
const shownDepth = 2

/** GET /units?q=…&day=…: what stands at the top for this viewer, or what was looked for. */
export async function loader({ request }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const url = new URL(request.url)
  const { day, today } = askedDay(url)
  const q = url.searchParams.get('q')?.slice(0, 200) ?? ''
  if (q !== '') {
    const hits = (await searchUnits(who, q, today)) ?? []
    const units = hits.map(({ unitId, facts: { name, type, code }, by, stands, above }) => {
      return { unitId, name, type, code, by, stands, above }
    })
    return { q, day, isSearch: true, isAdministrator: false, units }
  }
  const tree = await treeAt(who, day, { levels: shownDepth, today })
  const units = tree.map(({ unitId, name, type, code }) => ({ unitId, name, type, code }))
  return { q, day, isSearch: false, isAdministrator: who.role === 'administrator', units }
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).units.title} · Bến Số` },
]

export default function Tree() {
  const { q, day, isSearch, isAdministrator, units } = useLoaderData<typeof loader>()
  const t = useWords().units
  const path = usePath()
  return (
    <div className="wrap flow">
      <BackToAdministration />
      <h1>{t.title}</h1>
      <p>{t.why}</p>
      <form className="find" method="get" action={path('/units')}>
        <Field name="q" label={t.search} eg={t.searchEg} defaultValue={q} type="search" />
        <button type="submit" className="btn main">
          <Icon name="search" />
          {t.find}
        </button>
      </form>
      {units.length === 0 ? <p role="status">{isSearch ? t.noneFound : t.noUnits}</p> : null}
      {units.length > 0 ? (
        <UnitList title={isSearch ? t.found(units.length) : t.title} units={units} day={day} />
      ) : null}
      {isSearch ? null : <DayForm action={path('/units')} day={day} />}
      {isAdministrator ? (
        <p>
          <a className="ic" href={path('/units/top')}>
            <Icon name="plus" />
            {t.reorganise.top}
          </a>
        </p>
      ) : null}
    </div>
  )
}
