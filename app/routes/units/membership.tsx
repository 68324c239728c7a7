import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatDay } from '#app/i18n/day.ts'
import { messages } from '#app/i18n/messages.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { requireRole } from '#app/routes/actor.server.ts'
import { deskMembership } from '#app/routes/units/desk.server.ts'
import { landing } from '#app/routes/units/landing.server.ts'
import { moving } from '#app/routes/units/moving.server.ts'
import { BackToUnit } from '#app/units/desk/back-to-unit.tsx'
import { DeskPreview } from '#app/units/desk/desk-preview.tsx'
import { MoveForm } from '#app/units/memberships/move-form.tsx'
import { unitsToChoose } from '#app/units/tree/units-to-choose.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

/** GET /memberships/:membership: a person's place in a unit, to be moved to another. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const held = await deskMembership(who, params.membership)
  const { id, unitId, unitName, fullName, birthYear, position, category, fromDay, waitsFromId } = held
  const choices = await unitsToChoose(who)
  return {
    id,
    unitId,
    unitName,
    fullName,
    birthYear,
    position,
    category,
    fromDay,
    waits: waitsFromId !== null,
    choices,
  }
}

/** POST /memberships/:membership: looked at first, then moved. */
export async function action({ request, params }: ActionFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const held = await deskMembership(who, params.membership)
  const outcome = await moving(request, who, held)
  if (!('kind' in outcome) || outcome.kind !== 'moved') return outcome
  return landing(request, outcome.unitId, 'moved', { about: outcome.membershipId })
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).units.desk.members.move} · Bến Số` },
]

export default function Membership() {
  const { choices, ...held } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const { categories, desk, waiting } = useWords().units
  const t = desk.members
  const [path, locale] = [usePath(), useLocale()]
  const address = path(`/memberships/${held.id}`)
  const { fullName, unitName, waits } = held
  const saidOf = ({ to, values }: { to: string; values: { toUnit: string } }) => {
    if (waits) return t.places(fullName, to)
    return values.toUnit === held.unitId ? t.stays(fullName, to) : t.moves(fullName, unitName, to)
  }
  return (
    <div className="wrap flow">
      <BackToUnit unitId={held.unitId} name={unitName} />
      <h1>{t.person(fullName, held.birthYear)}</h1>
      <p>
        {waits ? `${waiting} · ` : ''}
        {t.since(unitName, formatDay(held.fromDay, locale))} · {t.of(held.position, categories[held.category])}
      </p>
      {outcome?.kind === 'preview' ? (
        <DeskPreview
          action={address}
          values={outcome.values}
          button={waits ? t.placeButton(fullName) : t.moveButton(fullName)}
        >
          <p>{saidOf(outcome)}</p>
          <p>{t.fromDayIs(formatDay(outcome.values.day ?? '', locale))}</p>
          <p>{outcome.place}</p>
          <p>{t.reasonIs(outcome.values.reason ?? '')}</p>
        </DeskPreview>
      ) : (
        <>
          <MoveForm action={address} held={held} choices={outcome?.choices ?? choices} typed={outcome} />
          {waits ? null : (
            <p>
              <a className="ic" href={`${address}/end`}>
                {t.end}
              </a>
            </p>
          )}
        </>
      )}
    </div>
  )
}
