import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addDays } from '#app/i18n/calendar.ts'
import { dayOf } from '#app/i18n/day.ts'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { choicesFor } from '#app/requirements/asking/choices-for.server.ts'
import { draftRequirement } from '#app/requirements/asking/draft-requirement.server.ts'
import { personTick } from '#app/requirements/asking/form-values.ts'
import { peopleChosen } from '#app/requirements/asking/people-chosen.server.ts'
import { RequirementFields } from '#app/requirements/asking/requirement-fields.tsx'
import { requireRole } from '#app/routes/actor.server.ts'
import { writing } from '#app/routes/requirements/writing.server.ts'
import { deskUnit } from '#app/routes/units/desk.server.ts'
import { BackToUnit } from '#app/units/desk/back-to-unit.tsx'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

const usualDays = 60

/** GET /units/:unit/requirements/new?person=…&person=…: what, whom, until when, by which document; people chosen in a list are named. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const unit = await deskUnit(who, params.unit)
  const chosen = await peopleChosen(who, new URL(request.url).searchParams.getAll('person'))
  return { unit, today: dayOf(new Date()), choices: await choicesFor(who, unit.unitId), chosen }
}

/** POST /units/:unit/requirements/new: a draft, and on to whom it would ask. */
export async function action({ request, params }: ActionFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const { unitId } = await deskUnit(who, params.unit)
  return writing(request, unitId, (form) => draftRequirement(who, unitId, form))
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).asking.form.title} · Bến Số` },
]

export default function NewRequirement() {
  const { unit, today, choices, chosen } = useLoaderData<typeof loader>()
  const again = useActionData<typeof action>()
  const ticked = chosen.map(({ id }) => [`${personTick}${id}`, 'yes'])
  const t = useWords().asking.form
  const path = usePath()
  const usual = {
    decisionDay: today,
    opensDay: today,
    dueDay: addDays(today, usualDays),
    days: '30',
    firstDay: `${today.slice(0, 4)}-01-01`,
    months: '12',
    graceDays: '0',
    atLeastDays: '30',
    ...(chosen.length > 0 && { whom: 'names' }),
    // Whose box was emptied stays out when the form comes back.
    ...(again ? {} : Object.fromEntries(ticked)),
  }
  const query = new URLSearchParams(chosen.map(({ id }) => ['person', id]))
  return (
    <div className="wrap flow">
      <BackToUnit unitId={unit.unitId} name={unit.name} />
      <h1>{t.title}</h1>
      <p>{t.why}</p>
      <RequirementFields
        action={`${path(`/units/${unit.unitId}/requirements/new`)}${query.size > 0 ? `?${query}` : ''}`}
        unitId={unit.unitId}
        unitName={unit.name}
        typed={again ?? { problems: {}, values: {} }}
        {...{ choices, chosen, usual }}
      />
    </div>
  )
}
