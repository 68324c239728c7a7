import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { formatNumber } from '#app/i18n/day.ts'
import { messages } from '#app/i18n/messages.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import { unreachableIn } from '#app/requirements/reminders/unreachable-in.server.ts'
import { UnreachableTable } from '#app/requirements/reminders/unreachable-table.tsx'
import { requireRole } from '#app/routes/actor.server.ts'
import { BackToUnit } from '#app/units/desk/back-to-unit.tsx'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

/** GET /units/:unit/unreachable: whom no reminder reaches, to be printed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  return found(await unreachableIn(who, found(z.uuid().safeParse(params.unit).data)))
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) => [
  { title: `${messages(localeOf(location.pathname)).reminders.unreachable.title} · ${page?.unit.name ?? ''} · Bến Số` },
]

export default function WhoIsUnreached() {
  const { unit, people, isMore } = useLoaderData<typeof loader>()
  const t = useWords().reminders.unreachable
  const locale = useLocale()
  return (
    <div className="wrap flow">
      <BackToUnit unitId={unit.unitId} name={unit.name} />
      <h1>{t.title}</h1>
      {people.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <>
          <p>{t.lead}</p>
          <p className="no-print">{t.print}</p>
          <p>
            <strong>{unit.name}</strong>: {t.count(formatNumber(people.length, locale))}
          </p>
          <UnreachableTable people={people} />
          {isMore ? <p>{t.more}</p> : null}
        </>
      )}
    </div>
  )
}
