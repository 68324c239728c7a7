import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { dayOf } from '#app/i18n/day.ts'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { comparePeople } from '#app/intake/duplicates/compare-people.server.ts'
import { CompareTable } from '#app/intake/duplicates/compare-table.tsx'
import { CompareWithForm } from '#app/intake/duplicates/compare-with-form.tsx'
import { duplicatesOf } from '#app/intake/duplicates/duplicates.server.ts'
import { DuplicatesTable } from '#app/intake/duplicates/duplicates-table.tsx'
import { MergeForms, StandingMerges } from '#app/intake/duplicates/merge-forms.tsx'
import { mergesInto } from '#app/intake/duplicates/merges-into.server.ts'
import { ProblemList } from '#app/people/problem-list.tsx'
import { requireRole } from '#app/routes/actor.server.ts'
import { BackToPerson } from '#app/routes/people/back-to-person.tsx'
import { formOf, refusal } from '#app/routes/people/form.server.ts'
import { listed } from '#app/routes/people/listed.ts'
import { mergeDeed, mergeSchema } from '#app/routes/people/merge-deed.server.ts'
import { compareWithNamed } from '#app/routes/people/other-account.server.ts'
import { Note } from '#app/ui/note.tsx'
import { personSeen } from '#app/units/sight/person-seen.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

const doneSchema = z.enum(['merged', 'unmerged', 'keptApart']).nullable().catch(null)

/** GET /admin/people/:person/merges: who may be the same person, and who was merged; with ?with= or ?username= the two side by side. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const { id, fullName } = found(await personSeen(who, found(z.uuid().safeParse(params.person).data)))
  const { searchParams } = new URL(request.url)
  const other = searchParams.get('with')
  const username = searchParams.get('username')?.slice(0, 200) ?? null
  const named = other === null && username !== null ? await compareWithNamed(who, id, username) : null
  const [one, two] = other === null ? (named ?? []) : found(await comparePeople(who, id, other))
  return {
    id,
    fullName,
    unknownName: other === null && !named ? username : null,
    sides: one && two ? ([shown(one), shown(two)] as const) : null,
    pairs: found(await duplicatesOf(who, id)).map(listed),
    merges: found(await mergesInto(who, id)),
    done: doneSchema.parse(searchParams.get('done')),
  }
}

function shown<Side extends { createdAt: Date }>({ createdAt, ...side }: Side) {
  return { ...side, createdOn: dayOf(createdAt) }
}

/** POST: merge, keep apart, or give back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const id = found(z.uuid().safeParse(params.person).data)
  const form = await formOf(request, mergeSchema)
  const other = new URL(request.url).searchParams.get('with') ?? ''
  const outcome = found(await mergeDeed(who, [id, other], form, localeOf(request)))
  if ('problems' in outcome) return refusal(outcome.problems, form)
  return redirect(localPath(localeOf(request), `/admin/people/${outcome.person}/merges?done=${outcome.done}`), 303)
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).duplicates.mergesTitle} · Bến Số` },
]

export default function Merges() {
  const { id, fullName, unknownName, sides, pairs, merges, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useWords().duplicates
  const path = usePath()
  const said = { problems: refused?.problems, values: refused?.values }
  return (
    <div className="wrap flow">
      <BackToPerson id={id} fullName={fullName} />
      <h1>{t.mergesOf(fullName)}</h1>
      <ProblemList problems={refused?.problems} />
      {done && !refused ? <Note kind="right" role="status" title={t[done]} /> : null}
      {sides ? (
        <>
          <CompareTable sides={sides} />
          <MergeForms sides={sides} {...said} />
        </>
      ) : (
        <>
          <section className="flow-s">
            <h2>{t.likeThis}</h2>
            <DuplicatesTable pairs={pairs} about={id} />
          </section>
          <CompareWithForm person={id} typed={unknownName} />
        </>
      )}
      <StandingMerges person={id} merges={merges} {...said} />
      <p>
        <a className="ic" href={path('/admin/duplicates')}>
          {t.others}
        </a>
      </p>
    </div>
  )
}
