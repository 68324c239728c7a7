import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { useWords } from '#app/i18n/words.tsx'
import { ProblemList } from '#app/people/problem-list.tsx'
import { requireRole } from '#app/routes/actor.server.ts'
import { BackToPerson } from '#app/routes/people/back-to-person.tsx'
import { formOf, type Refusal, typed } from '#app/routes/people/form.server.ts'
import { identityNumberDeed } from '#app/routes/people/identity-number-deed.server.ts'
import { Note } from '#app/ui/note.tsx'
import { IdentityNumberForms } from '#app/units/identity-numbers/identity-number-forms.tsx'
import { maskedIdentityNumber } from '#app/units/identity-numbers/masked-identity-number.server.ts'
import { personSeen } from '#app/units/sight/person-seen.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

const doneSchema = z.enum(['saved', 'cleared']).nullable().catch(null)

/** GET /admin/people/:person/identity-number: masked. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const person = found(await personSeen(who, found(z.uuid().safeParse(params.person).data)))
  const { masked } = found(await maskedIdentityNumber(who, person.id))
  const done = doneSchema.parse(new URL(request.url).searchParams.get('done'))
  return { id: person.id, fullName: person.fullName, masked, done }
}

const schema = z.object({
  deed: z.enum(['show', 'set', 'clear']).catch('show'),
  number: typed,
  'show-reason': typed,
  'clear-reason': typed,
})

/** POST: the whole number comes as this answer alone, at no address of its own. What was typed of a number is not sent back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const id = found(z.uuid().safeParse(params.person).data)
  const form = await formOf(request, schema)
  const outcome = found(await identityNumberDeed(who, id, form, localeOf(request)))
  if ('done' in outcome)
    return redirect(localPath(localeOf(request), `/admin/people/${id}/identity-number?done=${outcome.done}`), 303)
  if ('number' in outcome) return data({ number: outcome.number }, { headers: { 'cache-control': 'no-store' } })
  return data<Refusal>({ problems: outcome.problems, values: {} }, { status: 422 })
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).duplicates.number.title} · Bến Số` },
]

export default function IdentityNumber() {
  const { id, fullName, masked, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useWords().duplicates.number
  const refused = answer && 'problems' in answer ? answer : undefined
  return (
    <div className="wrap flow">
      <BackToPerson id={id} fullName={fullName} />
      <h1>{t.of(fullName)}</h1>
      <ProblemList problems={refused?.problems} />
      {answer && 'number' in answer ? (
        <Note kind="right" role="status" title={t.full(answer.number)}>
          <p>{t.fullWhy}</p>
        </Note>
      ) : null}
      {done && !answer ? <Note kind="right" role="status" title={t[done]} /> : null}
      <IdentityNumberForms person={id} masked={masked} problems={refused?.problems} values={undefined} />
    </div>
  )
}
