import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ResultView } from '#app/attempts/result-view.tsx'
import { localPath } from '#app/i18n/local-path.ts'
import { resultPage } from '#app/ledger/result-page.server.ts'
import { requirePerson } from '#app/routes/actor.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'
import { settingsNow } from '#app/web/settings.server.ts'

/** GET /attempts/:attempt/result: passed or not yet, and why, as the course's review policy allows. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const attempt = params.attempt ?? ''
  const result = found(await resultPage(person, attempt))
  if (result === 'open') throw redirect(localPath(localeOf(request), `/attempts/${attempt}`))
  return { result, phone: settingsNow().help.phone }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.result.exam.title} · ${data.result.course.title} · Bến Số` : 'Bến Số' },
]

export default function ResultPage() {
  const { result, phone } = useLoaderData<typeof loader>()
  return <ResultView {...result} phone={phone} />
}
