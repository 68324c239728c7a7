import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { deviceOf } from '#app/people/device.ts'
import { OtherWays } from '#app/people/other-ways.tsx'
import { minutesUntil } from '#app/people/problem-words.ts'
import { signIn } from '#app/people/sign-in.server.ts'
import { SignInForm } from '#app/people/sign-in-form.tsx'
import { actorOf, sessionCookie, withCookies } from '#app/routes/actor.server.ts'
import { formOf, refusal, ticked, typed } from '#app/routes/people/form.server.ts'
import { ownPath } from '#app/routes/people/own-path.ts'
import { Note } from '#app/ui/note.tsx'
import { localeOf } from '#app/web/locale.ts'

const formSchema = z.object({ account: typed, password: typed, shared: ticked, next: typed })

export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const person = await actorOf(request)
  return {
    next: ownPath(searchParams.get('next'), ''),
    isOut: searchParams.has('out'),
    isClosed: searchParams.has('closed'),
    resetFor: searchParams.get('reset')?.slice(0, 64) ?? null,
    name: person?.fullName ?? null,
  }
}

/** POST /sign-in */
export async function action({ request }: ActionFunctionArgs) {
  const locale = localeOf(request)
  const t = messages(locale).people.signIn
  const { account, password, shared, next } = await formOf(request, formSchema)
  const device = deviceOf(request.headers.get('user-agent'))
  const outcome = await signIn({ account, password, device, isShared: shared })
  if ('token' in outcome)
    return redirect(ownPath(next, localPath(locale, '/me')), {
      status: 303,
      headers: withCookies(sessionCookie(outcome.token, shared)),
    })
  const sentence = outcome.problem === 'locked' ? t.locked(minutesUntil(outcome.until)) : t[outcome.problem]
  return refusal({ account: sentence }, { account, shared })
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).people.signIn.title} · Bến Số` },
]

export default function SignIn() {
  const { next, isOut, isClosed, resetFor, name } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const words = useWords().people
  const t = words.signIn
  const path = usePath()
  const done = isClosed ? words.account.closed : isOut ? t.signedOut : resetFor ? t.resetDone(resetFor) : null
  return (
    <div className="wrap cols half">
      <div className="flow">
        <h1>{t.title}</h1>
        {done ? <Note kind="right" role="status" title={done} /> : null}
        {name ? <Note title={t.already(name)} /> : null}
        {next ? <p>{t.thenBack}</p> : null}
        <p>
          {t.tryFirst} <a href={path('/courses')}>{t.tryLink}</a>
        </p>
        <SignInForm next={next} problems={refused?.problems} values={refused?.values} />
      </div>
      <OtherWays next={next} />
    </div>
  )
}
