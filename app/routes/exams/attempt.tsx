import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { v7 as uuid } from 'uuid'
import { ExamPage } from '#app/attempts/exam-page.tsx'
import { flagsFrom } from '#app/attempts/flags.ts'
import { localPath } from '#app/i18n/local-path.ts'
import { attemptPage } from '#app/ledger/attempt-page.server.ts'
import { requirePerson } from '#app/routes/actor.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'
import { settingsNow } from '#app/web/settings.server.ts'

export const handle = { bare: true }

/** GET /attempts/:attempt?q=3: one question of an attempt; a closed one shows its result. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const now = new Date()
  const attempt = found(await attemptPage(person, params.attempt ?? '', now))
  if (attempt.closedAt) throw redirect(localPath(localeOf(request), `/attempts/${attempt.id}/result`))
  const query = new URL(request.url).searchParams
  const count = attempt.places.length
  return {
    attempt,
    now,
    person: person.id,
    place: placeFrom(query.get('q'), attempt.places.findIndex(({ answer }) => answer === null) + 1 || 1, count),
    flags: flagsFrom(query.get('flags'), count),
    isRefused: query.has('refused'),
    event: uuid(),
    phone: settingsNow().help.phone,
  }
}

/** The question asked for, else the first that is not answered. */
function placeFrom(text: string | null, otherwise: number, count: number) {
  const place = Number(text)
  return Number.isInteger(place) && place >= 1 && place <= count ? place : otherwise
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.place}/${data.attempt.places.length} · ${data.attempt.exam.title} · Bến Số` : 'Bến Số' },
]

export default function Attempt() {
  return <ExamPage {...useLoaderData<typeof loader>()} />
}
