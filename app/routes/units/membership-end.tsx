import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { formatDay } from '#app/i18n/day.ts'
import { messages } from '#app/i18n/messages.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { requireRole } from '#app/routes/actor.server.ts'
import { formOf, typed } from '#app/routes/people/form.server.ts'
import { deskMembership } from '#app/routes/units/desk.server.ts'
import { landing } from '#app/routes/units/landing.server.ts'
import { again, step } from '#app/routes/units/steps.server.ts'
import { BackToUnit } from '#app/units/desk/back-to-unit.tsx'
import { DeskPreview } from '#app/units/desk/desk-preview.tsx'
import { EndForm } from '#app/units/desk/end-form.tsx'
import { endProblem } from '#app/units/memberships/check-end.ts'
import { endMembership } from '#app/units/memberships/end-membership.server.ts'
import { boxOfProblem } from '#app/units/memberships/membership-boxes.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

const schema = z.object({ step, day: typed, reason: typed })

/** GET /memberships/:membership/end */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const held = await deskMembership(who, params.membership)
  const { id, unitId, unitName, fullName, birthYear, fromDay } = held
  return { id, unitId, unitName, fullName, birthYear, fromDay }
}

/** POST /memberships/:membership/end: looked at first, then written. */
export async function action({ request, params }: ActionFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const held = await deskMembership(who, params.membership)
  const form = await formOf(request, schema)
  if (form.step === 'edit') return again(form)
  const { day, reason } = form
  const outcome =
    form.step === 'write'
      ? found(await endMembership(who, { membershipId: held.id, day, reason }))
      : { problem: endProblem(held, { day, reason }) }
  const problem = 'problem' in outcome ? outcome.problem : null
  const words = messages(localeOf(request)).units.membershipProblems
  if (problem) return again(form, { [boxOfProblem(problem, { day: 'day', unit: 'form' })]: words[problem] })
  if (form.step === 'preview') return { kind: 'preview' as const, values: { ...form } }
  return landing(request, held.unitId, 'ended', { about: held.id })
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).units.desk.members.end} · Bến Số` },
]

export default function MembershipEnd() {
  const { id, unitId, unitName, fullName, birthYear, fromDay } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const t = useWords().units.desk.members
  const [path, locale] = [usePath(), useLocale()]
  const address = path(`/memberships/${id}/end`)
  return (
    <div className="wrap flow">
      <BackToUnit unitId={unitId} name={unitName} />
      <h1>{t.person(fullName, birthYear)}</h1>
      <p>{t.since(unitName, formatDay(fromDay, locale))}</p>
      {outcome?.kind === 'preview' ? (
        <DeskPreview action={address} values={outcome.values} button={t.endButton(fullName)}>
          <p>{t.ends(fullName, unitName)}</p>
          <p>{t.fromDayIs(formatDay(outcome.values.day ?? '', locale))}</p>
          <p>{t.reasonIs(outcome.values.reason ?? '')}</p>
        </DeskPreview>
      ) : (
        <EndForm action={address} title={t.end} why={t.endWhy} dayLabel={t.endDay} typed={outcome} />
      )}
    </div>
  )
}
