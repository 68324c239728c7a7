import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { formatDay } from '#app/i18n/day.ts'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { requireRole } from '#app/routes/actor.server.ts'
import { formOf, typed } from '#app/routes/people/form.server.ts'
import { landing } from '#app/routes/units/landing.server.ts'
import { saidOf } from '#app/routes/units/said.server.ts'
import { again, uuid } from '#app/routes/units/steps.server.ts'
import { Field } from '#app/ui/field.tsx'
import { BackToUnit } from '#app/units/desk/back-to-unit.tsx'
import { boxOf } from '#app/units/desk/box-of.ts'
import { DeskRefused } from '#app/units/desk/desk-refused.tsx'
import type { Problem } from '#app/units/reorganisations/reorganisation.ts'
import { previewWithdrawal } from '#app/units/reorganisations/withdrawal/preview-withdrawal.server.ts'
import { withdraw } from '#app/units/reorganisations/withdrawal/withdraw.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

const schema = z.object({ reason: typed })

/** GET /reorganisations/:reorganisation: what withdrawing a decision would do, and what stands in its way. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const preview = found(await previewWithdrawal(who, found(uuid.safeParse(params.reorganisation).data)))
  const { units } = messages(localeOf(request))
  return { ...preview, problems: await saidOf(who, preview.kind, preview.problems, units) }
}

/** POST /reorganisations/:reorganisation: withdrawn, with a reason. */
export async function action({ request, params }: ActionFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const { reason } = await formOf(request, schema)
  const outcome = found(await withdraw(who, found(uuid.safeParse(params.reorganisation).data), reason))
  const { units } = messages(localeOf(request))
  if ('problems' in outcome) {
    const others = outcome.problems.filter((problem): problem is Problem => problem.problem !== 'reason-needed')
    if (others.length === 0) return again({ reason }, { reason: units.membershipProblems['reason-needed'] })
    return again({ reason }, await saidOf(who, 'split', others, units))
  }
  if (outcome.unitId === null) return redirect(localPath(localeOf(request), '/units'), 303)
  return landing(request, outcome.unitId, 'withdrawn')
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).units.reorganise.withdrawal.title} · Bến Số` },
]

export default function Withdrawal() {
  const { id, unit, kind, decisionNumber, effectiveDay, problems, unmade, back, people } =
    useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const { kinds, reorganise, desk } = useWords().units
  const t = reorganise.withdrawal
  const [path, locale] = [usePath(), useLocale()]
  const box = boxOf({ problems: outcome?.problems ?? {}, values: outcome?.values ?? {} })
  const isOpen = Object.keys(problems).length === 0
  return (
    <div className="wrap flow">
      {unit ? <BackToUnit {...unit} /> : null}
      <h1>{t.title}</h1>
      <p>{[`${formatDay(effectiveDay, locale)}: ${kinds[kind]}`, decisionNumber].filter(Boolean).join(' · ')}</p>
      <p>{t.why}</p>
      {unmade.length > 0 ? <p>{t.unmade(unmade.join(', '))}</p> : null}
      {back.length > 0 ? <p>{t.back(back.join(', '))}</p> : null}
      <p>{t.people(people)}</p>
      <DeskRefused problems={isOpen ? outcome?.problems : problems} />
      {isOpen ? (
        <form className="flow" method="post" action={path(`/reorganisations/${id}`)}>
          <Field {...box('reason')} label={t.reason} eg={t.reasonEg} autoComplete="off" />
          <p>{desk.nothingYet}</p>
          <button type="submit" className="btn main">
            {t.button}
          </button>
        </form>
      ) : null}
    </div>
  )
}
