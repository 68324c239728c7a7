import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { deviceOf } from '#app/people/device.ts'
import { problemWords } from '#app/people/problem-words.ts'
import { type SignUpProblems, signUp } from '#app/people/sign-up.server.ts'
import { SignUpForm } from '#app/people/sign-up-form.tsx'
import { sessionCookie, withCookies } from '#app/routes/actor.server.ts'
import { formOf, refusal, ticked, typed } from '#app/routes/people/form.server.ts'
import { ownPath } from '#app/routes/people/own-path.ts'
import { localeOf } from '#app/web/locale.ts'

const formSchema = z.object({
  fullName: typed,
  contact: typed,
  password: typed,
  birthYear: typed,
  guardianName: typed,
  account: ticked,
  guardian: ticked,
  shared: ticked,
  next: typed,
})

export function loader({ request }: LoaderFunctionArgs) {
  return { next: ownPath(new URL(request.url).searchParams.get('next'), '') }
}

/** POST /sign-up */
export async function action({ request }: ActionFunctionArgs) {
  const locale = localeOf(request)
  const form = await formOf(request, formSchema)
  const { fullName, contact, password, guardianName, account, guardian, shared, next } = form
  const outcome = await signUp({
    fullName,
    contact,
    password,
    guardianName,
    birthYear: /^\s*\d{4}\s*$/.test(form.birthYear) ? Number(form.birthYear) : Number.NaN,
    consents: { account, guardian },
    language: locale,
    device: deviceOf(request.headers.get('user-agent')),
    isShared: shared,
  })
  if ('problems' in outcome) return refusal(problemWords(locale, inOwnWords(outcome.problems)), form)
  return redirect(`${localPath(locale, '/account')}?welcome=${encodeURIComponent(ownPath(next, ''))}`, {
    status: 303,
    headers: withCookies(sessionCookie(outcome.token, shared)),
  })
}

/** The guardian's boxes have sentences of their own. */
function inOwnWords({ guardianName, guardian, ...others }: SignUpProblems) {
  return {
    ...others,
    ...(guardianName
      ? { guardianName: guardianName === 'name-empty' ? ('guardian-empty' as const) : guardianName }
      : {}),
    ...(guardian ? { guardian: 'guardian-needed' as const } : {}),
  }
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).people.signUp.title} · Bến Số` },
]

export default function SignUp() {
  const { next } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useWords().people.signUp
  const path = usePath()
  return (
    <div className="wrap cols half">
      <div className="flow">
        <h1>{t.title}</h1>
        <p>{t.why}</p>
        <p>
          {t.have} <a href={`${path('/sign-in')}${next ? `?next=${encodeURIComponent(next)}` : ''}`}>{t.haveLink}</a>
        </p>
        <SignUpForm next={next} problems={refused?.problems} values={refused?.values} />
      </div>
      <img className="scene wide-only" src="/art/hand-phone.svg" width="640" height="480" alt="" loading="lazy" />
    </div>
  )
}
