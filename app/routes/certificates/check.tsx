import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CheckForm } from '#app/certificates/check-form.tsx'
import { codeFrom } from '#app/certificates/code.ts'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { useWords } from '#app/i18n/words.tsx'
import { localeOf } from '#app/web/locale.ts'

/** GET /certificates: type a code; GET /certificates?code= leads to its page. */
export function loader({ request }: LoaderFunctionArgs) {
  const typed = new URL(request.url).searchParams.get('code') ?? ''
  const code = codeFrom(typed)
  if (code) return redirect(localPath(localeOf(request), `/certificates/${code}`))
  return data({ typed: typed.slice(0, 40) }, { status: typed === '' ? 200 : 422 })
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).certificates.checkTitle} · Bến Số` },
]

export default function Check() {
  const { typed } = useLoaderData<typeof loader>()
  const t = useWords().certificates
  return (
    <div className="wrap cols half">
      <div className="flow">
        <h1>{t.checkTitle}</h1>
        <p>{t.checkIntro}</p>
        <CheckForm typed={typed} problem={typed === '' ? undefined : t.codeWrong} isMain />
      </div>
      <img className="scene" src="/art/one-stop.svg" width="640" height="480" alt="" />
    </div>
  )
}
