import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { RecordDownloads } from '#app/requirements/hours/record-downloads.tsx'
import { RecordTable } from '#app/requirements/hours/record-table.tsx'
import { trainingRecordOf } from '#app/requirements/hours/training-record-of.server.ts'
import { requirePerson } from '#app/routes/actor.server.ts'
import { WayBack } from '#app/ui/way-back.tsx'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'
import { settingsNow } from '#app/web/settings.server.ts'

/** GET /me/training-record: what I learnt, as the personnel file wants it. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const { lines } = found(await trainingRecordOf(person, person.id))
  return { lines, categories: settingsNow().categories }
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).hours.record.title} · Bến Số` },
]

export default function Record() {
  const { lines, categories } = useLoaderData<typeof loader>()
  const { hours, me } = useWords()
  const path = usePath()
  return (
    <div className="wrap flow">
      <WayBack href={path('/me')}>{me.title}</WayBack>
      <h1>{hours.record.title}</h1>
      <p>{hours.record.why}</p>
      <RecordDownloads address="/me/training-record" />
      <RecordTable lines={lines} categories={categories} />
    </div>
  )
}
