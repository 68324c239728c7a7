import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { useWords } from '#app/i18n/words.tsx'
import { problemWords } from '#app/people/problem-words.ts'
import { ResetCodeForm } from '#app/people/reset-code-form.tsx'
import { resetPassword } from '#app/people/reset-password.server.ts'
import { formOf, refusal, typed } from '#app/routes/people/form.server.ts'
import { localeOf } from '#app/web/locale.ts'

const formSchema = z.object({ code: typed, password: typed })

export function loader({ request }: LoaderFunctionArgs) {
  return { code: new URL(request.url).searchParams.get('code')?.slice(0, 200) ?? '' }
}

/** POST /reset/code */
export async function action({ request }: ActionFunctionArgs) {
  const locale = localeOf(request)
  const { code, password } = await formOf(request, formSchema)
  const outcome = await resetPassword(code, password)
  if ('problems' in outcome) return refusal(problemWords(locale, outcome.problems), { code })
  return redirect(`${localPath(locale, '/sign-in')}?reset=${encodeURIComponent(outcome.username)}`, 303)
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).people.reset.set} · Bến Số` },
]

export default function ResetCode() {
  const { code } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useWords().people.reset
  return (
    <div className="wrap flow">
      <h1>{t.set}</h1>
      <ResetCodeForm code={refused?.values.code ?? code} problems={refused?.problems} />
    </div>
  )
}
