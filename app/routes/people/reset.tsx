import { type ActionFunctionArgs, data, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { requestReset } from '#app/people/request-reset.server.ts'
import { ResetCodeForm } from '#app/people/reset-code-form.tsx'
import { formOf, typed } from '#app/routes/people/form.server.ts'
import { Field } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { localeOf } from '#app/web/locale.ts'

const formSchema = z.object({ account: typed })

/** POST /reset: the same answer for everybody. */
export async function action({ request }: ActionFunctionArgs) {
  const { account } = await formOf(request, formSchema)
  await requestReset(account)
  return data({ isAsked: true })
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).people.reset.title} · Bến Số` },
]

export default function Reset() {
  const asked = useActionData<typeof action>()
  const t = useWords().people.reset
  const path = usePath()
  return (
    <div className="wrap flow">
      <h1>{t.title}</h1>
      {asked ? (
        <Note kind="right" role="status" title={t.askedTitle}>
          <p>{t.asked}</p>
        </Note>
      ) : null}
      <div className="cols half">
        <section className="flow">
          <h2>{t.askTitle}</h2>
          <p>{t.askWhy}</p>
          <form className="flow" method="post" action={path('/reset')}>
            <Field name="account" label={t.account} autoComplete="username" autoCapitalize="none" required />
            <div className="field">
              <button type="submit" className="btn main">
                {t.ask}
              </button>
            </div>
          </form>
        </section>
        <section className="flow">
          <h2>{t.codeTitle}</h2>
          <p>{t.codeWhy}</p>
          <ResetCodeForm isMain={false} />
        </section>
      </div>
    </div>
  )
}
