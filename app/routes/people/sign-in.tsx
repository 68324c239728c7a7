import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { type Messages, messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { OtherWays } from '#app/people/other-ways.tsx'
import { minutesUntil } from '#app/people/problem-words.ts'
import type { SignInOutcome } from '#app/people/sign-in.server.ts'
import { SignInForm } from '#app/people/sign-in-form.tsx'
import { actorOf, sessionCookie, withCookies } from '#app/routes/actor.server.ts'
import { formOf, refusal } from '#app/routes/people/form.server.ts'
import { ownPath } from '#app/routes/people/own-path.ts'
import { formSchema, landing, triedBefore, trySignIn } from '#app/routes/people/sign-in.server.ts'
import { Note } from '#app/ui/note.tsx'
import { localeOf } from '#app/web/locale.ts'

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

/** POST /sign-in: whoever may come in was let in before Remix, where there is a before. */
export async function action({ request, context }: ActionFunctionArgs) {
  const t = messages(localeOf(request)).people.signIn
  const form = await formOf(request, formSchema)
  const outcome = triedBefore(context.asked) ?? (await trySignIn(form, request.headers.get('user-agent')))
  if ('token' in outcome)
    return redirect(landing(form, new URL(request.url).pathname), {
      status: 303,
      headers: withCookies(sessionCookie(outcome.token, form.shared)),
    })
  return refusal({ account: sentence(outcome, t) }, { account: form.account, shared: form.shared })
}

function sentence(outcome: Exclude<SignInOutcome, { token: string }>, t: Messages['people']['signIn']): string {
  if (outcome.problem === 'locked') return t.locked(minutesUntil(outcome.until))
  return outcome.problem === 'merged' ? t.merged(outcome.into) : t[outcome.problem]
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
