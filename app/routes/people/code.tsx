import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useParams } from '@remix-run/react'
import { z } from 'zod'
import { formatMoment } from '#app/i18n/day.ts'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { IssuedCodeNote } from '#app/people/issued-code-note.tsx'
import { requireRole } from '#app/routes/actor.server.ts'
import { Icon } from '#app/ui/icon.tsx'
import { issueMemberCode } from '#app/units/memberships/issue-member-code.server.ts'
import { personSeen } from '#app/units/sight/person-seen.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

/** A code is shown in answer to its making, and never again. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  found(await personSeen(who, found(z.uuid().safeParse(params.person).data)))
  return null
}

/** POST /admin/people/:person/codes */
export async function action({ request, params }: ActionFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const { username, code, until } = found(await issueMemberCode(who, found(z.uuid().safeParse(params.person).data)))
  return { username, code, until: formatMoment(until, localeOf(request)) }
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).people.admin.issueCode} · Bến Số` },
]

export default function Code() {
  const issued = useActionData<typeof action>()
  const t = useWords().people.admin
  const path = usePath()
  const { person = '' } = useParams()
  return (
    <div className="wrap flow">
      <h1>{t.issueCode}</h1>
      {issued ? <IssuedCodeNote issued={issued} /> : <p>{t.codeSeenOnce}</p>}
      <p>
        <a className="btn" href={path(`/admin/people/${person}`)}>
          <Icon name="prev" />
          {t.backToPerson}
        </a>
      </p>
    </div>
  )
}
