import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { dayOf } from '#app/i18n/day.ts'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { creditsWaiting } from '#app/requirements/hours/credits-waiting.server.ts'
import { WaitingCredits } from '#app/requirements/hours/waiting-credits.tsx'
import { requireRole } from '#app/routes/actor.server.ts'
import { creditDeed, creditDeedSchema } from '#app/routes/hours/credit-deed.server.ts'
import { formOf } from '#app/routes/people/form.server.ts'
import { uuid } from '#app/routes/units/steps.server.ts'
import { Note } from '#app/ui/note.tsx'
import { BackToUnit } from '#app/units/desk/back-to-unit.tsx'
import { unitActedFor } from '#app/units/sight/unit-acted-for.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'
import { settingsNow } from '#app/web/settings.server.ts'

export const handle = { desk: true }

const asked = z.object({
  done: z.enum(['confirm', 'refuse']).optional().catch(undefined),
  after: z.string().max(100).optional().catch(undefined),
})

/** GET /units/:unit/credits: learning elsewhere that waits for the word of this unit. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const unit = found(await unitActedFor(who, found(uuid.safeParse(params.unit).data)))
  const { done, after } = asked.parse(Object.fromEntries(new URL(request.url).searchParams))
  const { credits, next } = found(await creditsWaiting(who, { unitId: unit.unitId, ...(after && { after }) }))
  return {
    ...{ unit, next, done, categories: settingsNow().categories },
    credits: credits.map(({ addedAt, evidenceName: _, form: __, ...credit }) => ({
      ...credit,
      addedDay: dayOf(addedAt),
    })),
  }
}

/** POST /units/:unit/credits: one of them is confirmed, or not. */
export async function action({ request, params }: ActionFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const { unitId } = found(await unitActedFor(who, found(uuid.safeParse(params.unit).data)))
  const locale = localeOf(request)
  const form = found(await formOf(request, creditDeedSchema.nullable().catch(null)))
  const outcome = await creditDeed(who, form, messages(locale).hours.waiting)
  if ('problem' in outcome) return data(outcome, { status: 422 })
  return redirect(`${localPath(locale, `/units/${unitId}/credits`)}?done=${outcome.done}`, 303)
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).hours.waiting.title} · Bến Số` },
]

export default function Waiting() {
  const { unit, credits, next, done, categories } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useWords().hours
  const path = usePath()
  const address = path(`/units/${unit.unitId}/credits`)
  return (
    <div className="wrap flow">
      <BackToUnit unitId={unit.unitId} name={unit.name} />
      <h1>{t.waiting.title}</h1>
      <p>{t.waiting.why}</p>
      {refused ? <Note kind="wrong" role="alert" title={refused.problem} /> : null}
      {done && !refused ? (
        <Note kind="right" role="status" title={done === 'confirm' ? t.waiting.confirmed : t.waiting.refused} />
      ) : null}
      <WaitingCredits {...{ address, credits, categories }} />
      {next ? (
        <p>
          <a className="ic" href={`${address}?after=${next}`}>
            {t.unit.next}
          </a>
        </p>
      ) : null}
    </div>
  )
}
