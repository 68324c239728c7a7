import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { unanswered } from '#app/attempts/asked-attempt.ts'
import { flagsFrom } from '#app/attempts/flags.ts'
import { SubmissionPage } from '#app/attempts/submission-page.tsx'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { attemptPage } from '#app/ledger/attempt-page.server.ts'
import { submitAttempt } from '#app/ledger/submit-attempt.server.ts'
import { requirePerson } from '#app/routes/actor.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { bare: true }

/** GET /attempts/:attempt/submission: what is still unanswered, before handing in. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const attempt = found(await attemptPage(person, params.attempt ?? ''))
  if (attempt.closedAt) throw redirect(localPath(localeOf(request), `/attempts/${attempt.id}/result`))
  const flags = flagsFrom(new URL(request.url).searchParams.get('flags'), attempt.places.length)
  const { id, editionId, course, places } = attempt
  return { id, editionId, person: person.id, course, count: places.length, missing: unanswered(attempt), flags }
}

/** POST: hands in; however often it is pressed, once. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const attempt = params.attempt ?? ''
  found(await submitAttempt(person, attempt))
  return redirect(localPath(localeOf(request), `/attempts/${attempt}/result`), 303)
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).attempts.submission.title} · Bến Số` },
]

export default function Submission() {
  return <SubmissionPage {...useLoaderData<typeof loader>()} />
}
