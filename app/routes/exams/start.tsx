import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { examStart } from '#app/attempts/exam-start.server.ts'
import { StartPage } from '#app/attempts/start-page.tsx'
import { localPath } from '#app/i18n/local-path.ts'
import { openAttempt } from '#app/ledger/open-attempt.server.ts'
import { actorOf, requirePerson } from '#app/routes/actor.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'
import { settingsNow } from '#app/web/settings.server.ts'

/** GET /courses/:course/exams/:exam: the rules in words, and the one button. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await actorOf(request)
  const start = found(await examStart(person, params.course ?? '', params.exam ?? '', new Date(), localeOf(request)))
  return { start, isSignedIn: person !== null, phone: settingsNow().help.phone }
}

/** POST: begins an attempt or goes on with the open one. A refusal leads back here, where it stands in words. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const [course, exam] = [params.course ?? '', params.exam ?? '']
  const opened = found(await openAttempt(person, course, exam, new Date(), localeOf(request)))
  if ('attempt' in opened) return redirect(localPath(localeOf(request), `/attempts/${opened.attempt}?q=1`), 303)
  return data(null, { status: 422 })
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page ? `${page.start.rules.title} · ${page.start.course.title} · Bến Số` : 'Bến Số' },
]

export default function Start() {
  return <StartPage {...useLoaderData<typeof loader>()} />
}
