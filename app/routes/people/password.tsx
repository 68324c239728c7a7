import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { AccountForm } from '#app/people/account-form.tsx'
import { BackToAccount } from '#app/people/back-to-account.tsx'
import { changePassword } from '#app/people/change-password.server.ts'
import { PasswordField } from '#app/people/password-field.tsx'
import { problemWords } from '#app/people/problem-words.ts'
import { requirePerson, tokenFrom } from '#app/routes/actor.server.ts'
import { formOf, refusal, typed } from '#app/routes/people/form.server.ts'
import { unconfirmedWords } from '#app/routes/people/unconfirmed.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

const formSchema = z.object({ current: typed, next: typed })

export async function loader({ request }: LoaderFunctionArgs) {
  await requirePerson(request)
  return null
}

/** POST /account/password */
export async function action({ request }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const locale = localeOf(request)
  const { current, next } = await formOf(request, formSchema)
  const token = tokenFrom(request.headers.get('cookie') ?? '')
  const outcome = found(await changePassword(person, { current, next, token }))
  if ('changed' in outcome) return redirect(`${localPath(locale, '/account')}?done=passwordChanged`, 303)
  if (outcome.problem === 'locked' || outcome.problem === 'password-wrong')
    return refusal({ current: unconfirmedWords(locale, outcome) }, {})
  return refusal(problemWords(locale, { next: outcome.problem }), {})
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).people.account.password} · Bến Số` },
]

export default function Password() {
  const refused = useActionData<typeof action>()
  const words = useWords().people
  const t = words.account
  const path = usePath()
  return (
    <div className="wrap flow">
      <BackToAccount />
      <h1>{t.password}</h1>
      <AccountForm action={path('/account/password')} problems={refused?.problems} button={t.savePassword}>
        <PasswordField name="current" label={t.current} problem={refused?.problems.current} />
        <PasswordField name="next" label={t.next} eg={words.signUp.passwordEg} problem={refused?.problems.next} isNew />
      </AccountForm>
    </div>
  )
}
