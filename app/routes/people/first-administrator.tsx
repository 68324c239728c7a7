import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { AccountForm } from '#app/people/account-form.tsx'
import { ContactField } from '#app/people/contact-field.tsx'
import { deviceOf } from '#app/people/device.ts'
import { becomeFirstAdministrator, isFirstAdministratorCode } from '#app/people/first-administrator.server.ts'
import { PasswordField } from '#app/people/password-field.tsx'
import { problemWords } from '#app/people/problem-words.ts'
import { sessionCookie, withCookies } from '#app/routes/actor.server.ts'
import { formOf, refusal, typed } from '#app/routes/people/form.server.ts'
import { Field } from '#app/ui/field.tsx'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

const formSchema = z.object({ code: typed, fullName: typed, contact: typed, password: typed })

/** GET /first-administrator?code=…: for everybody else there is no such page. */
export async function loader({ request }: LoaderFunctionArgs) {
  const code = new URL(request.url).searchParams.get('code') ?? ''
  found((await isFirstAdministratorCode(code)) ? code : null)
  return { code }
}

/** POST /first-administrator?code=… */
export async function action({ request }: ActionFunctionArgs) {
  const locale = localeOf(request)
  const form = await formOf(request, formSchema)
  const device = deviceOf(request.headers.get('user-agent'))
  const outcome = found(await becomeFirstAdministrator({ ...form, language: locale, device, isShared: false }))
  if ('problems' in outcome) return refusal(problemWords(locale, outcome.problems), form)
  return redirect(
    `${localPath(locale, '/account')}?welcome=${encodeURIComponent(localPath(locale, '/admin/people'))}`,
    {
      status: 303,
      headers: withCookies(sessionCookie(outcome.token, false)),
    },
  )
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).people.firstAdministrator.title} · Bến Số` },
]

export default function FirstAdministrator() {
  const { code } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const words = useWords().people
  const t = words.signUp
  const path = usePath()
  const box = (name: string) => ({ name, problem: refused?.problems[name], defaultValue: refused?.values[name] })
  return (
    <div className="wrap flow">
      <h1>{words.firstAdministrator.title}</h1>
      <p>{words.firstAdministrator.why}</p>
      <AccountForm
        action={`${path('/first-administrator')}?code=${encodeURIComponent(code)}`}
        problems={refused?.problems}
        button={words.firstAdministrator.button}
      >
        <input type="hidden" name="code" value={code} />
        <Field {...box('fullName')} label={t.fullName} autoComplete="name" required />
        <ContactField {...box('contact')} />
        <PasswordField
          name="password"
          label={t.password}
          eg={t.passwordEg}
          problem={refused?.problems.password}
          isNew
        />
      </AccountForm>
    </div>
  )
}
