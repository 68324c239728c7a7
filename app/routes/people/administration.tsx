import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { formatMoment } from '#app/i18n/day.ts'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { createPerson } from '#app/people/create-person.server.ts'
import { CreatePersonForm } from '#app/people/create-person-form.tsx'
import { FoundPeople } from '#app/people/found-people.tsx'
import { IssuedCodeNote } from '#app/people/issued-code-note.tsx'
import { roles } from '#app/people/person.ts'
import { formatPhone } from '#app/people/phone.ts'
import { problemWords } from '#app/people/problem-words.ts'
import { requireRole } from '#app/routes/actor.server.ts'
import { BackToAdministration } from '#app/routes/administration/back.tsx'
import { formOf, refusal, typed } from '#app/routes/people/form.server.ts'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import { findPeopleSeen } from '#app/units/sight/find-people-seen.server.ts'
import { recordsSeen } from '#app/units/sight/records-seen.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

const formSchema = z.object({ fullName: typed, username: typed, contact: typed, role: z.enum(roles).catch('learner') })

/** GET /admin/people?q=…: managers find by name alone and see no contacts. */
export async function loader({ request }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const { searchParams } = new URL(request.url)
  const q = searchParams.get('q')?.slice(0, 200).trim() ?? ''
  const people = q === '' ? null : found(await findPeopleSeen(who, q))
  const open = await recordsSeen(who, people?.map(({ id }) => id) ?? [])
  const changed = searchParams.get('changed')?.slice(0, 64) ?? null
  return {
    q,
    changed,
    isAdministrator: who.role === 'administrator',
    people:
      people?.map((person) => ({
        ...person,
        phone: person.phone && formatPhone(person.phone),
        isOpen: open.has(person.id),
      })) ?? null,
  }
}

/** POST /admin/people: an account for somebody, with a one-time code shown once. */
export async function action({ request }: ActionFunctionArgs) {
  const admin = await requireRole(request, 'administrator')
  const locale = localeOf(request)
  const form = await formOf(request, formSchema)
  const { fullName, role } = form
  const given = { username: form.username.trim() || undefined, contact: form.contact.trim() || undefined }
  const outcome = found(await createPerson(admin, { fullName, role, language: locale, ...given }))
  if ('problems' in outcome) return refusal(problemWords(locale, outcome.problems), form)
  const { username, code, until } = outcome
  return { issued: { username, code, until: formatMoment(until, locale) } }
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).people.admin.title} · Bến Số` },
]

export default function Administration() {
  const { q, changed, people, isAdministrator } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const words = useWords()
  const t = words.people.admin
  const path = usePath()
  const refused = outcome && 'problems' in outcome ? outcome : undefined
  return (
    <div className="wrap flow">
      <BackToAdministration />
      <h1>{t.title}</h1>
      {outcome && 'issued' in outcome ? <IssuedCodeNote issued={outcome.issued} /> : null}
      {changed ? <Note kind="right" role="status" title={t.roleChanged(changed)} /> : null}
      <form className="find" method="get" action={path('/admin/people')}>
        <Field
          name="q"
          label={t.search}
          eg={isAdministrator ? t.searchEg : words.administration.searchEg}
          defaultValue={q}
          type="search"
        />
        <button type="submit" className="btn main">
          <Icon name="search" />
          {t.find}
        </button>
      </form>
      {people ? <FoundPeople people={people} showsContacts={isAdministrator} /> : null}
      {isAdministrator ? <CreatePersonForm problems={refused?.problems} values={refused?.values} /> : null}
    </div>
  )
}
