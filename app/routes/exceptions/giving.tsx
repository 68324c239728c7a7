import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { exceptionKinds } from '#app/requirements/exceptions/exception.ts'
import { problemSentences } from '#app/requirements/exceptions/exception-words.ts'
import { excusable } from '#app/requirements/exceptions/excusable.server.ts'
import { giveExceptions } from '#app/requirements/exceptions/give.server.ts'
import { GiveForm } from '#app/requirements/exceptions/give-form.tsx'
import { GivenNote } from '#app/requirements/exceptions/given-note.tsx'
import { requireRole } from '#app/routes/actor.server.ts'
import { chosenIn, givingIn } from '#app/routes/exceptions/chosen.server.ts'
import { deskUnit } from '#app/routes/units/desk.server.ts'
import { BackToUnit } from '#app/units/desk/back-to-unit.tsx'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

/** GET /units/:unit/exceptions/new?kind=…&requirement=…&person=…&person=…: an exception for chosen people, before it is given. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const { unitId, name } = await deskUnit(who, params.unit)
  const { kind, requirementId, personIds } = chosenIn(new URL(request.url).searchParams)
  const { people, requirements } = await excusable(who, personIds, requirementId)
  return { unitId, name, kind, requirementId, people, requirements }
}

/** POST /units/:unit/exceptions: given to whom it can be given; a second press changes nothing. */
export async function action({ request, params }: ActionFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  await deskUnit(who, params.unit)
  const { form, values } = await givingIn(request)
  const outcome = found(await giveExceptions(who, form))
  const { exceptions: t } = messages(localeOf(request))
  if ('problems' in outcome) {
    const { toDay, people: nobody, ...problems } = outcome.problems
    const byBox = { ...problems, ...(toDay && { lastDay: toDay }), ...(nobody && { form: nobody }) }
    return data({ step: 'refused' as const, problems: problemSentences(byBox, t), values }, { status: 422 })
  }
  const { people } = await excusable(who, form.personIds, null)
  const names = new Map(people.map(({ id, fullName }) => [id, fullName]))
  const nameOf = (id: string) => names.get(id) ?? ''
  return {
    step: 'given' as const,
    values,
    kind: form.kind,
    given: outcome.given.map(({ id, personId }) => ({ id, name: nameOf(personId) })),
    left: outcome.left.map((one) => ({ ...one, name: nameOf(one.personId) })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: chosen, location }) => [
  { title: `${messages(localeOf(location.pathname)).exceptions.give.title[chosen?.kind ?? 'extension']} · Bến Số` },
]

export default function Giving() {
  const { unitId, name, kind, requirementId, people, requirements } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const t = useWords().exceptions.give
  const path = usePath()
  const isDone = outcome?.step === 'given' && outcome.given.length > 0
  const chosen = (one: string) => {
    const query = new URLSearchParams({ kind: one, ...(requirementId && { requirement: requirementId }) })
    for (const { id } of people) query.append('person', id)
    return query
  }
  return (
    <div className="wrap flow">
      <BackToUnit unitId={unitId} name={name} />
      <h1>{t.title[kind]}</h1>
      {outcome?.step === 'given' ? <GivenNote {...outcome} /> : null}
      {people.length === 0 && !outcome ? <p>{t.noPeople}</p> : null}
      {people.length === 0 || isDone ? null : (
        <>
          <p>{t.why[kind]}</p>
          <nav className="row" aria-label={t.others}>
            {exceptionKinds
              .filter((one) => one !== kind)
              .map((one) => (
                <a key={one} className="ic" href={path(`/units/${unitId}/exceptions/new?${chosen(one)}`)}>
                  {t.title[one]}
                </a>
              ))}
          </nav>
          <GiveForm
            action={path(`/units/${unitId}/exceptions?${chosen(kind)}`)}
            {...{ kind, people, requirements, requirementId }}
            typed={outcome?.step === 'given' ? { values: outcome.values, problems: {} } : outcome}
          />
        </>
      )}
      {requirementId ? (
        <p>
          <a className="ic" href={path(`/units/${unitId}/standings/people?requirement=${requirementId}`)}>
            {t.backToList}
          </a>
        </p>
      ) : null}
      <p>
        <a className="ic" href={path(`/units/${unitId}`)}>
          {t.backToUnit}
        </a>
      </p>
    </div>
  )
}
