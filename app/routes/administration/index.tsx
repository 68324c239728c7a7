import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { requireRole } from '#app/routes/actor.server.ts'
import { Icon } from '#app/ui/icon.tsx'
import { ownDesk } from '#app/units/roles/own-desk.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

/** GET /admin: what this viewer may do. */
export async function loader({ request }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager', 'trainer')
  return { role: who.role, ...(await ownDesk(who)) }
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).administration.title} · Bến Số` },
]

export default function Index() {
  const { role, units: own, readsRecords, mayDecide } = useLoaderData<typeof loader>()
  const { administration: t, duplicates, units } = useWords()
  const path = usePath()
  const desks = [
    role === 'trainer'
      ? null
      : ({
          to: '/admin/people',
          icon: 'people',
          title: t.people,
          why: t.peopleWhy[
            role === 'administrator' ? role : mayDecide ? 'manager' : readsRecords ? 'auditor' : 'enterprise'
          ],
        } as const),
    role === 'trainer' ? null : ({ to: '/units', icon: 'grid', title: units.title, why: units.why } as const),
    role === 'trainer' || !mayDecide
      ? null
      : ({ to: '/admin/duplicates', icon: 'swap', title: duplicates.title, why: duplicates.desk } as const),
    role === 'administrator'
      ? ({ to: '/admin/maintenance', icon: 'clock', title: t.maintenance.title, why: t.maintenanceWhy } as const)
      : null,
    role === 'manager'
      ? null
      : ({ to: '/admin/courses', icon: 'book', title: t.courses.title, why: t.coursesWhy } as const),
  ]
  return (
    <div className="wrap flow">
      <h1>{t.title}</h1>
      {role !== 'trainer' && own.length > 0 ? (
        <section className="flow-s">
          <h2>{t.ownUnits}</h2>
          <div className="picks">
            {own.map(({ unitId, name, roles }) => (
              <a key={unitId} className="pick" href={path(`/units/${unitId}`)}>
                <Icon name="grid" />
                <span>
                  <span className="h">{name}</span>
                  {roles.map((held) => units.roles[held]).join(', ')}
                </span>
              </a>
            ))}
          </div>
        </section>
      ) : null}
      <div className="picks">
        {desks.map((desk) =>
          desk ? (
            <a key={desk.to} className="pick" href={path(desk.to)}>
              <Icon name={desk.icon} />
              <span>
                <span className="h">{desk.title}</span>
                {desk.why}
              </span>
            </a>
          ) : null,
        )}
      </div>
    </div>
  )
}
