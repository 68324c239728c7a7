import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { attemptsAbout } from '#app/attempts/attempts-about.server.ts'
import { AttemptsAbout } from '#app/attempts/attempts-about.tsx'
import { MoreTimeForm } from '#app/attempts/more-time-form.tsx'
import { personAtDesk } from '#app/attempts/person-at-desk.server.ts'
import { certificatesOf, type HeldCertificate } from '#app/certificates/certificates-of.server.ts'
import { PapersAbout } from '#app/certificates/papers-about.tsx'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { deedsAbout } from '#app/people/deeds-about.server.ts'
import { DeedsTable } from '#app/people/deeds-table.tsx'
import { MendPersonForms } from '#app/people/mend-person-forms.tsx'
import { isSelf } from '#app/people/person.ts'
import { ProblemList } from '#app/people/problem-list.tsx'
import { RoleForm } from '#app/people/role-form.tsx'
import { requireRole } from '#app/routes/actor.server.ts'
import { formOf, refusal } from '#app/routes/people/form.server.ts'
import { deedSchema, deeds } from '#app/routes/people/person-deeds.server.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import { WayBack } from '#app/ui/way-back.tsx'
import { mayIssueMemberCode } from '#app/units/memberships/issue-member-code.server.ts'
import { PlacesLine } from '#app/units/memberships/places-line.tsx'
import { personSeen } from '#app/units/sight/person-seen.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

const doneSchema = z.enum(['name', 'birth-year', 'more-time', 'late']).nullable().catch(null)

/** GET /admin/people/:person: what administrators, and the little that managers, may do for a person. Six queries at most. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const id = found(z.uuid().safeParse(params.person).data)
  const person = found(await personAtDesk(who, id))
  const { from, attempts } = found(await attemptsAbout(who, id))
  const isAdministrator = who.role === 'administrator'
  const papers = isAdministrator ? await certificatesOf(who, id) : null
  const history = await deedsAbout(who, id)
  return {
    ...person,
    attempts,
    from,
    papers: papers?.map(shownPaper) ?? null,
    history,
    isAdministrator,
    mayIssueCode: await mayIssueMemberCode(who, id),
    isOwn: isSelf(who, id),
    done: doneSchema.parse(new URL(request.url).searchParams.get('done')),
  }
}

function shownPaper({ code, state, facts }: HeldCertificate) {
  const { courseTitle: title, fullName, serial, issuedOn } = facts
  return { code, state, title, fullName, serial, issuedOn }
}

/** What the other forms of the page did not send is not typed: their boxes keep what stands. */
function typedIn(form: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(Object.entries(form).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}

/** POST /admin/people/:person: one of the page's forms. */
export async function action({ request, params }: ActionFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const locale = localeOf(request)
  const person = found(await personSeen(who, found(z.uuid().safeParse(params.person).data)))
  const form = await formOf(request, deedSchema)
  const problems = found(await deeds[form.deed]({ who, person, form, locale }))
  if (Object.keys(problems).length > 0) return refusal(problems, typedIn(form))
  const people = localPath(locale, '/admin/people')
  if (form.deed === 'role') return redirect(`${people}?changed=${encodeURIComponent(person.username)}`, 303)
  return redirect(`${people}/${person.id}?done=${form.deed}`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: person, location }) => {
  const { title } = messages(localeOf(location.pathname)).people.admin
  return [{ title: `${person ? `${person.fullName} · ` : ''}${title} · Bến Số` }]
}

export default function Person() {
  const { attempts, from, papers, history, number, places, ...rest } = useLoaderData<typeof loader>()
  const { isAdministrator, mayIssueCode, isOwn, mayDecide, done, moreTime, ...person } = rest
  const refused = useActionData<typeof action>()
  const { people: words, administration, standings } = useWords()
  const path = usePath()
  const address = path(`/admin/people/${person.id}`)
  const form = { problems: refused?.problems, values: refused?.values }
  const facts = [person.username, words.roles[person.role], person.birthYear ? words.admin.born(person.birthYear) : '']
  return (
    <div className="wrap flow">
      <WayBack href={path('/admin/people')}>{words.admin.title}</WayBack>
      <h1>{person.fullName}</h1>
      <p>{facts.filter(Boolean).join(' · ')}</p>
      <PlacesLine places={places} />
      {places[0] ? (
        <p>
          <a className="ic" href={path(`/units/${places[0].unitId}/learners/${person.id}`)}>
            <Icon name="chart" />
            {standings.seeLearning}
          </a>
        </p>
      ) : null}
      <ProblemList problems={refused?.problems} />
      {done && !refused ? <Note kind="right" role="status" title={administration.person.done[done]} /> : null}
      {number ? <IdentityLinks address={address} masked={number.masked} /> : null}
      {mayIssueCode ? (
        <form method="post" action={`${address}/codes`}>
          <button type="submit" className="btn main">
            <Icon name="key" />
            {words.admin.issueCode}
          </button>
        </form>
      ) : null}
      <div className={isAdministrator ? 'cols half' : 'flow'}>
        <div className="flow">
          <MoreTimeForm person={person.id} given={moreTime} isOwn={isOwn} mayDecide={mayDecide} {...form} />
          <AttemptsAbout person={person.id} {...{ attempts, from, isOwn, mayDecide }} {...form} />
        </div>
        {isAdministrator ? (
          <div className="flow">
            <MendPersonForms person={person} {...form} />
            <RoleForm person={person} {...form} />
          </div>
        ) : null}
      </div>
      {papers ? <PapersAbout fullName={person.fullName} papers={papers} /> : null}
      {history ? <DeedsTable deeds={history} /> : null}
    </div>
  )
}

/** Who it is, for administrators: the number on the card, and accounts that are one person. */
function IdentityLinks({ address, masked }: { address: string; masked: string | null }) {
  const t = useWords().duplicates
  return (
    <ul className="plain flow-s">
      <li>
        <a className="ic" href={`${address}/identity-number`}>
          {t.number.title}: {masked ?? t.number.none}
        </a>
      </li>
      <li>
        <a className="ic" href={`${address}/merges`}>
          {t.mergesTitle}
        </a>
      </li>
    </ul>
  )
}
