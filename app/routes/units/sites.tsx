import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dayOf, formatDay } from '#app/i18n/day.ts'
import { messages } from '#app/i18n/messages.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import type { SignedIn } from '#app/people/person.ts'
import { requireRole } from '#app/routes/actor.server.ts'
import { deskUnit } from '#app/routes/units/desk.server.ts'
import { landing } from '#app/routes/units/landing.server.ts'
import { siting } from '#app/routes/units/siting.server.ts'
import { BackToUnit } from '#app/units/desk/back-to-unit.tsx'
import { DeskPreview } from '#app/units/desk/desk-preview.tsx'
import { SitesForm } from '#app/units/tree/sites-form.tsx'
import { sitesOf } from '#app/units/tree/sites-of.server.ts'
import { localeOf } from '#app/web/locale.ts'
import { lookOnly } from '#app/web/look-only.ts'

export const handle = { desk: true }

/** GET /units/:unit/sites: in which communes a unit stands. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const unit = await unitToSite(await requireRole(request, 'administrator', 'manager'), params.unit)
  return { unit, now: await sitesOf(unit.unitId, dayOf(new Date())) }
}

/** POST /units/:unit/sites: looked at first, then written. */
export async function action({ request, params }: ActionFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const { unitId } = await unitToSite(who, params.unit)
  const outcome = await siting(request, who, unitId)
  return outcome === 'sited' ? landing(request, unitId, 'sited') : outcome
}

/** Administrators say where units stand; whoever else acts for the unit may look. */
async function unitToSite(who: SignedIn, id: string | undefined) {
  const unit = await deskUnit(who, id)
  if (who.role !== 'administrator') throw lookOnly()
  return unit
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).units.desk.sites.title} · Bến Số` },
]

export default function Sites() {
  const { unit, now } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const { desk } = useWords().units
  const { sites: t, members } = desk
  const [path, locale] = [usePath(), useLocale()]
  const here = path(`/units/${unit.unitId}/sites`)
  return (
    <div className="wrap flow">
      <BackToUnit unitId={unit.unitId} name={unit.name} />
      <h1>{t.title}</h1>
      <p>{t.why}</p>
      <p>
        {t.now}: {now.map(({ name }) => name).join(', ') || t.none}
      </p>
      {outcome?.kind === 'preview' ? (
        <DeskPreview action={here} values={outcome.values} button={t.button}>
          <p>{outcome.places.length > 0 ? t.stands(unit.name, outcome.places.join(', ')) : t.nowhere(unit.name)}</p>
          <p>{members.fromDayIs(formatDay(outcome.values.fromDay, locale))}</p>
          <p>{members.reasonIs(outcome.values.reason)}</p>
        </DeskPreview>
      ) : (
        <SitesForm action={here} now={now} typed={outcome} />
      )}
    </div>
  )
}
