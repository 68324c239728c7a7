import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { proposedDuplicates } from '#app/intake/duplicates/duplicates.server.ts'
import { DuplicatesTable } from '#app/intake/duplicates/duplicates-table.tsx'
import { requireRole } from '#app/routes/actor.server.ts'
import { BackToAdministration } from '#app/routes/administration/back.tsx'
import { listed } from '#app/routes/people/listed.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

/** GET /admin/duplicates: pairs that may be one person, among those whom the viewer looks after. */
export async function loader({ request }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const after = new URL(request.url).searchParams.get('after')?.slice(0, 200) ?? null
  const { duplicates, next } = found(await proposedDuplicates(who, after))
  return { pairs: duplicates.map(listed), next }
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).duplicates.title} · Bến Số` },
]

export default function Duplicates() {
  const { pairs, next } = useLoaderData<typeof loader>()
  const t = useWords().duplicates
  const path = usePath()
  return (
    <div className="wrap flow">
      <BackToAdministration />
      <h1>{t.title}</h1>
      {pairs.length === 0 ? <p role="status">{next ? t.noneHere : t.noneAtAll}</p> : null}
      {pairs.length === 0 ? null : (
        <>
          <p>{t.why}</p>
          <DuplicatesTable pairs={pairs} />
        </>
      )}
      {next ? (
        <p>
          <a href={`${path('/admin/duplicates')}?after=${encodeURIComponent(next)}`}>{t.more}</a>
        </p>
      ) : null}
    </div>
  )
}
