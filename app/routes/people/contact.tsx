import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { AccountForm } from '#app/people/account-form.tsx'
import { BackToAccount } from '#app/people/back-to-account.tsx'
import { changeContact } from '#app/people/change-contact.server.ts'
import { PasswordField } from '#app/people/password-field.tsx'
import { problemWords } from '#app/people/problem-words.ts'
import { requirePerson } from '#app/routes/actor.server.ts'
import { formOf, refusal, typed } from '#app/routes/people/form.server.ts'
import { unconfirmedWords } from '#app/routes/people/unconfirmed.server.ts'
import { Field } from '#app/ui/field.tsx'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

const formSchema = z.object({ contact: typed, password: typed })

export async function loader({ request }: LoaderFunctionArgs) {
  await requirePerson(request)
  return null
}

/** POST /account/contact */
export async function action({ request }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const locale = localeOf(request)
  const { contact, password } = await formOf(request, formSchema)
  const outcome = found(await changeContact(person, { contact, password }))
  if ('changed' in outcome) return redirect(`${localPath(locale, '/account')}?done=contactChanged`, 303)
  if (outcome.problem === 'contact-wrong')
    return refusal(problemWords(locale, { contact: outcome.problem }), { contact })
  return refusal({ password: unconfirmedWords(locale, outcome) }, { contact })
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).people.account.changeContact} · Bến Số` },
]

export default function Contact() {
  const refused = useActionData<typeof action>()
  const words = useWords().people
  const t = words.account
  const path = usePath()
  return (
    <div className="wrap flow">
      <BackToAccount />
      <h1>{t.changeContact}</h1>
      <AccountForm action={path('/account/contact')} problems={refused?.problems} button={t.saveContact}>
        <Field
          name="contact"
          label={t.newContact}
          eg={words.signUp.contactEg}
          problem={refused?.problems.contact}
          defaultValue={refused?.values.contact}
          autoCapitalize="none"
          required
        />
        <PasswordField name="password" label={t.confirm} problem={refused?.problems.password} />
      </AccountForm>
    </div>
  )
}
