import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Fragment } from 'react'
import { v7 as uuid } from 'uuid'
import { ExamBar } from '#app/attempts/exam-bar.tsx'
import { ExamQuestion } from '#app/attempts/exam-question.tsx'
import { localPath } from '#app/i18n/local-path.ts'
import { attemptPage } from '#app/ledger/attempt-page.server.ts'
import { requirePerson } from '#app/routes/actor.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { bare: true }

/** GET /attempts/:attempt/paper: all questions at once. The page script keeps them, so that a dropped link stops nobody. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const attempt = found(await attemptPage(person, params.attempt ?? ''))
  if (attempt.closedAt) throw redirect(localPath(localeOf(request), `/attempts/${attempt.id}/result`))
  return { attempt, events: attempt.places.map(() => uuid()) }
}

export default function WholePaper() {
  const { attempt, events } = useLoaderData<typeof loader>()
  return (
    <div className="wrap flow">
      <h1>{attempt.exam.title}</h1>
      {attempt.places.map((asked, index) => (
        <Fragment key={asked.place}>
          <ExamQuestion attempt={attempt} asked={asked} flags={[]} event={events[index] ?? ''} />
          <ExamBar place={asked.place} all={attempt.places.length} />
        </Fragment>
      ))}
    </div>
  )
}
