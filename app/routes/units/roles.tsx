import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { formatDay } from '#app/i18n/day.ts'
import { messages } from '#app/i18n/messages.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { requireRole } from '#app/routes/actor.server.ts'
import { formOf, typed } from '#app/routes/people/form.server.ts'
import { deskRoles, deskUnit } from '#app/routes/units/desk.server.ts'
import { landing } from '#app/routes/units/landing.server.ts'
import { again, step, uuid } from '#app/routes/units/steps.server.ts'
import { BackToUnit } from '#app/units/desk/back-to-unit.tsx'
import { DeskPreview } from '#app/units/desk/desk-preview.tsx'
import { PersonPicker } from '#app/units/desk/person-picker.tsx'
import { boxOfProblem } from '#app/units/memberships/membership-boxes.ts'
import { appoint } from '#app/units/roles/appoint.server.ts'
import { AppointForm } from '#app/units/roles/appoint-form.tsx'
import { HoldersTable } from '#app/units/roles/holders-table.tsx'
import { previewAppointment } from '#app/units/roles/preview-appointment.server.ts'
import { findPeopleToTake } from '#app/units/sight/find-people-to-take.server.ts'
import { personToTake } from '#app/units/sight/person-to-take.server.ts'
import { unitRoles } from '#app/units/unit.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'
import { lookOnly } from '#app/web/look-only.ts'

export const handle = { desk: true }

const role = z.enum(unitRoles).catch('trainer')
const schema = z.object({ step, person: typed, role, fromDay: typed, toDay: typed, reason: typed })

/** GET /units/:unit/roles?q=…, then ?person=…: who answers for a unit, and who shall. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const roles = await deskRoles(who, params.unit)
  const { searchParams } = new URL(request.url)
  const q = searchParams.get('q')?.slice(0, 200) ?? ''
  const id = searchParams.get('person')
  const person = id === null ? null : found(await personToTake(who, found(uuid.safeParse(id).data)))
  const people = q === '' ? null : found(await findPeopleToTake(who, q))
  return { ...roles, q, people, person }
}

/** POST /units/:unit/roles: looked at first, then given. */
export async function action({ request, params }: ActionFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const { unitId } = await deskUnit(who, params.unit)
  const form = await formOf(request, schema)
  const person = found(await personToTake(who, found(uuid.safeParse(form.person).data)))
  if (form.step === 'edit') return again(form)
  const { toDay, fromDay, reason } = form
  const row = { personId: person.id, unitId, role: form.role, fromDay, reason, ...(toDay && { toDay }) }
  const outcome = form.step === 'write' ? await appoint(who, row) : await previewAppointment(who, row)
  // The unit is theirs to act for; the role is not theirs to give.
  if (outcome === null) throw lookOnly()
  const problem = 'problem' in outcome ? outcome.problem : null
  const words = messages(localeOf(request)).units.membershipProblems
  if (problem) return again(form, { [boxOfProblem(problem, { day: 'fromDay', unit: 'form' })]: words[problem] })
  if (!('id' in outcome)) return { kind: 'preview' as const, role: form.role, values: { ...form } }
  return landing(request, unitId, 'appointed', { about: outcome.id })
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).units.desk.holders.title} · Bến Số` },
]

export default function Roles() {
  const { unit, holders, mayGive, q, people, person } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const { desk, roles } = useWords().units
  const t = desk.holders
  const [path, locale] = [usePath(), useLocale()]
  const address = path(`/units/${unit.unitId}/roles`)
  const here = person ? `${address}?person=${person.id}` : address
  return (
    <div className="wrap flow">
      <BackToUnit unitId={unit.unitId} name={unit.name} />
      <h1>{t.title}</h1>
      <p>{t.why}</p>
      {person ? null : <HoldersTable holders={holders} />}
      {person && outcome?.kind === 'preview' ? (
        <DeskPreview action={here} values={outcome.values} button={t.giveButton(person.fullName)}>
          <p>{t.gives(person.fullName, roles[outcome.role], unit.name)}</p>
          <p>{desk.members.fromDayIs(formatDay(outcome.values.fromDay, locale))}</p>
          {outcome.values.toDay ? (
            <p>
              {t.endDay}: {formatDay(outcome.values.toDay, locale)}
            </p>
          ) : null}
          <p>{desk.members.reasonIs(outcome.values.reason)}</p>
        </DeskPreview>
      ) : null}
      {person && outcome?.kind !== 'preview' ? (
        <AppointForm action={here} person={person} roles={mayGive} typed={outcome} />
      ) : null}
      {!person && mayGive.length > 0 ? (
        <section className="flow" aria-labelledby="give">
          <h2 id="give">{t.give}</h2>
          <p>{t.giveWhy}</p>
          <PersonPicker address={address} q={q} people={people} none={t.noneFound} />
        </section>
      ) : null}
    </div>
  )
}
