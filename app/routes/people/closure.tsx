import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { AccountForm } from '#app/people/account-form.tsx'
import { BackToAccount } from '#app/people/back-to-account.tsx'
import { PasswordField } from '#app/people/password-field.tsx'
import { problemWords } from '#app/people/problem-words.ts'
import { forgetReasonsInTx } from '#app/requirements/exceptions/forget-reasons-in-tx.server.ts'
import { clearedCookies, requirePerson, withCookies } from '#app/routes/actor.server.ts'
import { formOf, refusal, typed } from '#app/routes/people/form.server.ts'
import { unconfirmedWords } from '#app/routes/people/unconfirmed.server.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import { closeAccount } from '#app/units/memberships/close-account.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

const formSchema = z.object({ password: typed })

export async function loader({ request }: LoaderFunctionArgs) {
  await requirePerson(request)
  return null
}

/** POST /account/closure */
export async function action({ request }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const locale = localeOf(request)
  const { password } = await formOf(request, formSchema)
  const outcome = found(await closeAccount(person, password, new Date(), forgetReasonsInTx))
  if ('closed' in outcome)
    return redirect(`${localPath(locale, '/sign-in')}?closed`, { status: 303, headers: withCookies(clearedCookies()) })
  if (outcome.problem === 'last-administrator') return refusal(problemWords(locale, { form: outcome.problem }), {})
  return refusal({ password: unconfirmedWords(locale, outcome) }, {})
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).people.account.close} · Bến Số` },
]

export default function Closure() {
  const refused = useActionData<typeof action>()
  const t = useWords().people.account
  const path = usePath()
  return (
    <div className="wrap flow">
      <BackToAccount />
      <h1>{t.close}</h1>
      <Note kind="warn" title={t.closeFirst}>
        <p>{t.closeGone}</p>
        <p>{t.closeStays}</p>
        <p>
          <a className="ic" href={path('/account/data')} download>
            <Icon name="down" />
            {t.downloadButton}
          </a>
        </p>
      </Note>
      <AccountForm action={path('/account/closure')} problems={refused?.problems} button={t.closeButton}>
        <PasswordField name="password" label={t.confirm} problem={refused?.problems.password} />
      </AccountForm>
    </div>
  )
}
