import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { localPath } from '#app/i18n/local-path.ts'
import { type Messages, messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import type { SignedIn } from '#app/people/person.ts'
import { decideException } from '#app/requirements/exceptions/decide.server.ts'
import { DecideForm } from '#app/requirements/exceptions/decide-form.tsx'
import { ExceptionFacts } from '#app/requirements/exceptions/exception-facts.tsx'
import { exceptionSeen } from '#app/requirements/exceptions/exception-seen.server.ts'
import { whatItIs } from '#app/requirements/exceptions/exception-words.ts'
import { takeBackException } from '#app/requirements/exceptions/take-back.server.ts'
import { TakeBackForm } from '#app/requirements/exceptions/take-back-form.tsx'
import { requirePerson } from '#app/routes/actor.server.ts'
import { sentenceOf } from '#app/routes/exceptions/answers.server.ts'
import { formOf, typed } from '#app/routes/people/form.server.ts'
import { uuid } from '#app/routes/units/steps.server.ts'
import { Note } from '#app/ui/note.tsx'
import { WayBack } from '#app/ui/way-back.tsx'
import { DeskRefused } from '#app/units/desk/desk-refused.tsx'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

const decision = z.enum(['given', 'refused', 'taken-back'])
const schema = z.object({ decision: decision.catch('refused'), reason: typed, dueDay: typed })
type Form = z.infer<typeof schema>
type Answered = Record<'problems' | 'values', Record<string, string>>

/** GET /exceptions/:exception: what it says, and what may be done about it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requirePerson(request)
  const exception = found(await exceptionSeen(who, found(uuid.safeParse(params.exception).data)))
  const done = decision.nullable().catch(null).parse(new URL(request.url).searchParams.get('done'))
  return { exception, done }
}

/** POST /exceptions/:exception: given, refused, or taken back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const who = await requirePerson(request)
  const id = found(uuid.safeParse(params.exception).data)
  const form = await formOf(request, schema)
  const locale = localeOf(request)
  const problems = await problemsOf(who, id, form, messages(locale).exceptions)
  const values: Record<string, string> = { reason: form.reason, dueDay: form.dueDay }
  if (problems) return data({ problems, values }, { status: 422 })
  return redirect(`${localPath(locale, `/exceptions/${id}`)}?done=${form.decision}`, 303)
}

/** What stands in the way, by box; null: it is done. */
async function problemsOf(
  who: SignedIn,
  id: string,
  { decision: deed, reason, dueDay }: Form,
  t: Messages['exceptions'],
): Promise<Record<string, string> | null> {
  if (deed === 'taken-back') {
    const outcome = found(await takeBackException(who, id, reason))
    if ('takenBack' in outcome) return null
    return 'state' in outcome ? { form: t.one.notHolding[outcome.state] } : { reason: t.problems[outcome.problem] }
  }
  const outcome = found(await decideException(who, id, { decision: deed, reason, dueDay }))
  if ('decided' in outcome) return null
  const isOfDay = outcome.problem.startsWith('due-') || outcome.problem === 'day-wrong'
  const box = outcome.problem === 'reason-needed' ? 'reason' : isOfDay ? 'dueDay' : 'form'
  return { [box]: sentenceOf(outcome, t) }
}

export const meta: MetaFunction<typeof loader> = ({ data: seen, location }) => {
  const t = messages(localeOf(location.pathname)).exceptions
  return [{ title: `${seen ? whatItIs(seen.exception, t) : t.desk.title} · Bến Số` }]
}

export default function Exception() {
  const { exception, done } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const t = useWords().exceptions
  const path = usePath()
  const { id, state, personName, unitId, mayAct, isOwn } = exception
  const what = whatItIs(exception, t)
  const { problems, values }: Answered = outcome ?? { problems: {}, values: {} }
  return (
    <div className="wrap flow">
      {isOwn ? <WayBack href={path('/me/requests')}>{t.one.mine}</WayBack> : null}
      {mayAct && unitId ? <WayBack href={path(`/units/${unitId}/requests`)}>{t.desk.title}</WayBack> : null}
      <h1>{what}</h1>
      <DeskRefused problems={problems} />
      {done && done === state && !outcome ? <Note kind="right" role="status" title={t.one.done[done]} /> : null}
      <p>
        <strong>{t.states[state]}</strong>
      </p>
      <ExceptionFacts exception={exception} personName={isOwn ? null : personName} />
      {mayAct && state === 'asked' ? (
        <DecideForm exception={exception} personName={personName} typed={{ problems, values }} />
      ) : null}
      {mayAct && state === 'given' ? <TakeBackForm id={id} what={what} problem={problems.reason} /> : null}
    </div>
  )
}
