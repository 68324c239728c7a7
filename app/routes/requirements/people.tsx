import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { nameInDraft, unnameInDraft } from '#app/requirements/asking/name-in-draft.server.ts'
import { NamePeople } from '#app/requirements/asking/name-people.tsx'
import { requirementPage } from '#app/requirements/asking/requirement-page.server.ts'
import { requireRole } from '#app/routes/actor.server.ts'
import { formOf } from '#app/routes/people/form.server.ts'
import { uuid } from '#app/routes/units/steps.server.ts'
import { WayBack } from '#app/ui/way-back.tsx'
import { findPeopleSeen } from '#app/units/sight/find-people-seen.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

const schema = z.object({ deed: z.enum(['add', 'remove']).catch('add'), person: z.string().catch('') })

/** GET /requirements/:requirement/people?q=…: whom a draft names. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const { id, title, state, named } = found(await requirementPage(who, found(uuid.safeParse(params.requirement).data)))
  if (state !== 'draft') throw new Response(null, { status: 404 })
  const q = new URL(request.url).searchParams.get('q')?.slice(0, 200) ?? ''
  const hits = q === '' ? null : found(await findPeopleSeen(who, q))
  const people = hits?.map(({ id: personId, fullName, birthYear }) => ({ id: personId, fullName, birthYear })) ?? null
  return { id, title, named, q, people }
}

/** POST /requirements/:requirement/people: one more, or one less. */
export async function action({ request, params }: ActionFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const id = found(uuid.safeParse(params.requirement).data)
  const { deed, person } = await formOf(request, schema)
  const personId = found(uuid.safeParse(person).data)
  found(await (deed === 'remove' ? unnameInDraft : nameInDraft)(who, id, personId))
  return redirect(localPath(localeOf(request), `/requirements/${id}/people`), 303)
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).asking.people.title} · Bến Số` },
]

export default function RequirementPeople() {
  const { id, title, ...found } = useLoaderData<typeof loader>()
  const t = useWords().asking.people
  const path = usePath()
  const address = path(`/requirements/${id}`)
  return (
    <div className="wrap flow">
      <WayBack href={address}>{t.back}</WayBack>
      <h1>{t.title}</h1>
      <p>{title}</p>
      <p>{t.why}</p>
      <NamePeople address={`${address}/people`} {...found} />
    </div>
  )
}
