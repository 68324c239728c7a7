import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { dayOf } from '#app/i18n/day.ts'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { askForException } from '#app/requirements/exceptions/ask.server.ts'
import { problemSentences } from '#app/requirements/exceptions/exception-words.ts'
import { exceptionsOf } from '#app/requirements/exceptions/exceptions-of.server.ts'
import { OwnExceptions } from '#app/requirements/exceptions/own-exceptions.tsx'
import { RequestForm } from '#app/requirements/exceptions/request-form.tsx'
import { ToAskAbout } from '#app/requirements/exceptions/to-ask-about.tsx'
import { withdrawRequest } from '#app/requirements/exceptions/withdraw.server.ts'
import { standingsOf } from '#app/requirements/keeping/standings-of.server.ts'
import { requirePerson } from '#app/routes/actor.server.ts'
import { formOf, refusal, typed } from '#app/routes/people/form.server.ts'
import { Note } from '#app/ui/note.tsx'
import { WayBack } from '#app/ui/way-back.tsx'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

const doneSchema = z.enum(['done', 'withdrawn', 'tooLate', 'gone']).nullable().catch(null)

const schema = z.object({
  withdraw: typed,
  requirement: typed,
  kind: z.enum(['extension', 'waiver']).catch('extension'),
  dueDay: typed,
  reason: typed,
  documentNumber: typed,
})

/** GET /me/requests?requirement=…: what a learner may ask about, asks about, was given and refused. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const { searchParams } = new URL(request.url)
  const exceptions = found(await exceptionsOf(person, person.id))
  const waiting = new Set(exceptions.filter(({ state }) => state === 'asked').map((one) => one.requirementId))
  const standings = found(await standingsOf(person, person.id, dayOf(new Date())))
  const open = standings.filter(({ stands }) => !stands.standing.startsWith('done'))
  const requirements = open.map(({ requirement: { id, title }, stands }) => {
    return { id, title, dueDay: stands.dueDay, isWaiting: waiting.has(id) }
  })
  const chosen = requirements.find(({ id, isWaiting }) => id === searchParams.get('requirement') && !isWaiting) ?? null
  return { requirements, chosen, exceptions, done: doneSchema.parse(searchParams.get('done')) }
}

/** POST /me/requests: asks, or withdraws what was asked. */
export async function action({ request }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const { withdraw, requirement: requirementId, ...form } = await formOf(request, schema)
  const locale = localeOf(request)
  const landing = (done: string) => redirect(`${localPath(locale, '/me/requests')}?done=${done}`, 303)
  if (withdraw !== '') {
    // Whoever presses twice without script meets a request that is gone: that is what they wanted.
    const isWithdrawn = await withdrawRequest(person, withdraw)
    return landing(isWithdrawn === null ? 'gone' : isWithdrawn ? 'withdrawn' : 'tooLate')
  }
  const outcome = await askForException(person, { ...form, requirementId })
  if ('asked' in outcome) return landing('done')
  return refusal(problemSentences(outcome.problems, messages(locale).exceptions), form)
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).exceptions.ask.title} · Bến Số` },
]

export default function OwnRequests() {
  const { requirements, chosen, exceptions, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useWords().exceptions.ask
  const path = usePath()
  return (
    <div className="wrap read flow">
      <WayBack href={path('/me')}>{t.back}</WayBack>
      <h1>{t.title}</h1>
      {done && !refused ? <Note kind={done === 'tooLate' ? 'warn' : 'right'} role="status" title={t[done]} /> : null}
      {chosen ? (
        <>
          <RequestForm requirement={chosen} typed={refused} />
          <p>
            <a className="ic" href={path('/me/requests')}>
              {t.another}
            </a>
          </p>
        </>
      ) : (
        <>
          <p>{t.why}</p>
          {refused ? <Note kind="wrong" role="alert" title={Object.values(refused.problems).join(' ')} /> : null}
          <ToAskAbout requirements={requirements} />
        </>
      )}
      <OwnExceptions exceptions={exceptions} />
    </div>
  )
}
