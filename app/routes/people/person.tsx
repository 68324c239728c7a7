import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { roles } from '#app/people/person.ts'
import { personById } from '#app/people/person-by-id.server.ts'
import { ProblemList } from '#app/people/problem-list.tsx'
import { problemWords } from '#app/people/problem-words.ts'
import { RoleField } from '#app/people/role-field.tsx'
import { setRole } from '#app/people/set-role.server.ts'
import { requireRole } from '#app/routes/actor.server.ts'
import { formOf, refusal, typed } from '#app/routes/people/form.server.ts'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

const formSchema = z.object({ role: z.enum(roles).optional().catch(undefined), reason: typed })

/** GET /admin/people/:person */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const admin = await requireRole(request, 'administrator')
  const id = found(z.uuid().safeParse(params.person).data)
  return found(await personById(admin, id))
}

/** POST /admin/people/:person: another role, with a reason. */
export async function action({ request, params }: ActionFunctionArgs) {
  const admin = await requireRole(request, 'administrator')
  const locale = localeOf(request)
  const person = found(await personById(admin, found(z.uuid().safeParse(params.person).data)))
  const { role = person.role, reason } = await formOf(request, formSchema)
  const outcome = found(await setRole(admin, person.id, role, reason))
  if ('problem' in outcome) {
    const field = outcome.problem === 'reason-needed' ? 'reason' : 'role'
    return refusal(problemWords(locale, { [field]: outcome.problem }), { role, reason })
  }
  return redirect(`${localPath(locale, '/admin/people')}?changed=${encodeURIComponent(person.username)}`, 303)
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).people.admin.title} · Bến Số` },
]

export default function Person() {
  const { id, username, fullName, role, birthYear } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const words = useWords().people
  const t = words.admin
  const path = usePath()
  return (
    <div className="wrap flow">
      <nav className="crumb">
        <a className="ic" href={path('/admin/people')}>
          <Icon name="prev" />
          {t.title}
        </a>
      </nav>
      <h1>{fullName}</h1>
      <p>{[username, words.roles[role], birthYear ? t.born(birthYear) : ''].filter(Boolean).join(' · ')}</p>
      <form method="post" action={path(`/admin/people/${id}/codes`)}>
        <button type="submit" className="btn main">
          <Icon name="key" />
          {t.issueCode}
        </button>
      </form>
      <form className="flow" method="post" action={path(`/admin/people/${id}`)}>
        <h2>{t.changeRole}</h2>
        <ProblemList problems={refused?.problems} />
        <RoleField role={refused?.values.role ?? role} />
        <Field
          name="reason"
          label={t.reason}
          eg={t.reasonEg}
          problem={refused?.problems.reason}
          defaultValue={refused?.values.reason}
          autoComplete="off"
          required
        />
        <div className="field">
          <button type="submit">{t.changeRole}</button>
        </div>
      </form>
    </div>
  )
}
