import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/i18n/day.ts'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { AnswerFields } from '#app/requirements/exceptions/answer-fields.tsx'
import { RefusedNote } from '#app/requirements/exceptions/refused-note.tsx'
import { requestsFor } from '#app/requirements/exceptions/requests-for.server.ts'
import { RequestsTable } from '#app/requirements/exceptions/requests-table.tsx'
import { requireRole } from '#app/routes/actor.server.ts'
import { answerAll, answersIn, mostAnswered } from '#app/routes/exceptions/answers.server.ts'
import { deskUnit } from '#app/routes/units/desk.server.ts'
import { Note } from '#app/ui/note.tsx'
import { BackToUnit } from '#app/units/desk/back-to-unit.tsx'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

/** GET /units/:unit/requests: what people of a unit and below ask for, oldest first. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const { unitId, name } = await deskUnit(who, params.unit)
  const { searchParams } = new URL(request.url)
  const count = (box: string) => Number(/^\d{1,3}$/.exec(searchParams.get(box) ?? '')?.[0] ?? 0)
  const { requests, hasMore } = found(await requestsFor(who, unitId))
  return { unitId, name, requests, hasMore, today: dayOf(new Date()), given: count('given'), refused: count('refused') }
}

/** POST /units/:unit/requests: those chosen, or one, are given or refused, each for itself. */
export async function action({ request, params }: ActionFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const { unitId } = await deskUnit(who, params.unit)
  const { requests } = found(await requestsFor(who, unitId))
  const locale = localeOf(request)
  const t = messages(locale).exceptions
  const answers = await answersIn(request)
  const { ids, decision, reason } = answers
  const again = (problems: Record<string, string>, left = ids, told = t.ask.refused) =>
    data({ problems, ids: left, reason, told }, { status: 422 })
  if (ids.length === 0) return again({ form: t.desk.nobody })
  if (ids.length > mostAnswered) return again({ form: t.desk.tooMany }, [])
  if (decision === 'refused' && reason.trim() === '') return again({ reason: t.problems['reason-needed'] })
  const names = new Map(requests.map(({ id, fullName }) => [id, fullName]))
  const { done, problems, left } = await answerAll(who, answers, names, t)
  const some = done > 0 ? `${t.desk[decision](done)} ${t.desk.notDone}` : t.desk.notDone
  if (left.length > 0) return again(problems, left, some)
  return redirect(`${localPath(locale, `/units/${unitId}/requests`)}?${decision}=${done}`, 303)
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).exceptions.desk.title} · Bến Số` },
]

export default function Requests() {
  const { unitId, name, requests, hasMore, today, given, refused } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const { exceptions, units } = useWords()
  const [t, askWhom] = [exceptions.desk, units.askWhom]
  const address = usePath()(`/units/${unitId}/requests`)
  return (
    <div className="wrap flow">
      <BackToUnit unitId={unitId} name={name} />
      <h1>{t.title}</h1>
      {outcome ? <RefusedNote problems={outcome.problems} title={outcome.told} askWhom={askWhom} /> : null}
      {given > 0 && !outcome ? <Note kind="right" role="status" title={t.given(given)} /> : null}
      {refused > 0 && !outcome ? <Note kind="right" role="status" title={t.refused(refused)} /> : null}
      {requests.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <>
          <p>{t.why}</p>
          <form id="one" method="post" action={address} />
          <form className="flow" method="post" action={address}>
            <RequestsTable requests={requests} chosen={outcome?.ids ?? []} day={today} />
            {hasMore ? <p>{t.more}</p> : null}
            <AnswerFields problem={outcome?.problems.reason} value={outcome?.reason} refuse={t.refuse} give={t.give} />
          </form>
        </>
      )}
    </div>
  )
}
