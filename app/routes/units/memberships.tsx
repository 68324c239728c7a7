import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatDay } from '#app/i18n/day.ts'
import { messages } from '#app/i18n/messages.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { IssuedCodeNote } from '#app/people/issued-code-note.tsx'
import { requireRole } from '#app/routes/actor.server.ts'
import { adding } from '#app/routes/units/adding.server.ts'
import { deskUnit } from '#app/routes/units/desk.server.ts'
import { landing } from '#app/routes/units/landing.server.ts'
import { uuid } from '#app/routes/units/steps.server.ts'
import { Note } from '#app/ui/note.tsx'
import { BackToUnit } from '#app/units/desk/back-to-unit.tsx'
import { DeskPreview } from '#app/units/desk/desk-preview.tsx'
import { PersonPicker } from '#app/units/desk/person-picker.tsx'
import { AddMemberForm } from '#app/units/memberships/add-member-form.tsx'
import { NamesakesNote } from '#app/units/memberships/namesakes-note.tsx'
import { findPeopleToTake } from '#app/units/sight/find-people-to-take.server.ts'
import { personToTake } from '#app/units/sight/person-to-take.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

/** GET /units/:unit/memberships?q=…, then ?person=… or ?new: somebody is taken into the unit. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const unit = await deskUnit(who, params.unit)
  const { searchParams } = new URL(request.url)
  const q = searchParams.get('q')?.slice(0, 200) ?? ''
  const id = searchParams.get('person')
  const person = id === null ? null : found(await personToTake(who, found(uuid.safeParse(id).data)))
  const people = q === '' ? null : found(await findPeopleToTake(who, q))
  return { unit, q, people, person, isNew: searchParams.has('new') }
}

/** POST /units/:unit/memberships: looked at first, then written. */
export async function action({ request, params }: ActionFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const unit = await deskUnit(who, params.unit)
  const outcome = await adding(request, who, unit)
  if (!('kind' in outcome) || outcome.kind !== 'added') return outcome
  return landing(request, unit.unitId, 'added', { about: outcome.membershipId })
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).units.desk.members.add} · Bến Số` },
]

export default function Memberships() {
  const { unit, q, people, person, isNew } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const t = useWords().units.desk.members
  const [path, locale] = [usePath(), useLocale()]
  const address = path(`/units/${unit.unitId}/memberships`)
  const here = `${address}?${person ? `person=${person.id}` : 'new'}`
  return (
    <div className="wrap flow">
      <BackToUnit unitId={unit.unitId} name={unit.name} />
      <h1>{t.add}</h1>
      {outcome?.kind === 'issued' || outcome?.kind === 'already' ? (
        <>
          {outcome.kind === 'issued' ? <IssuedCodeNote issued={outcome.issued} /> : <AlreadyMade {...outcome} />}
          <p className="row">
            <a className="btn main" href={path(`/units/${unit.unitId}`)}>
              {t.backToUnit}
            </a>
            <a href={address}>{t.another}</a>
          </p>
        </>
      ) : null}
      {outcome?.kind === 'preview' ? (
        <DeskPreview action={here} values={outcome.values} button={t.addButton(outcome.name)}>
          <NamesakesNote unitId={unit.unitId} namesakes={outcome.namesakes} />
          {outcome.isNew ? <p>{t.makesAccount(outcome.name)}</p> : null}
          <p>{t.addsTo(outcome.name, unit.name, formatDay(outcome.values.fromDay ?? '', locale))}</p>
          <p>{outcome.place}</p>
        </DeskPreview>
      ) : null}
      {(person || isNew) && (!outcome || outcome.kind === 'form') ? (
        <AddMemberForm action={here} person={person} typed={outcome} />
      ) : null}
      {person || isNew ? null : (
        <>
          <p>{t.addWhy}</p>
          <PersonPicker address={address} q={q} people={people} />
          <p>
            <a className="btn" href={`${address}?new`}>
              {t.create}
            </a>
          </p>
        </>
      )}
    </div>
  )
}

/** The form was sent twice: the person is there, and their code was shown the first time. */
function AlreadyMade({ name, personId }: { name: string; personId: string | null }) {
  const t = useWords().units.desk.members
  const path = usePath()
  return (
    <Note role="status" title={t.already(name)}>
      <p>{t.alreadyWhy}</p>
      {personId ? (
        <a className="ic" href={path(`/admin/people/${personId}`)}>
          {t.seePerson(name)}
        </a>
      ) : null}
    </Note>
  )
}
