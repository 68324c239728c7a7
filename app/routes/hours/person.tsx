import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { dayOf } from '#app/i18n/day.ts'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { isSelf } from '#app/people/person.ts'
import { CreditAddForm } from '#app/requirements/hours/credit-add-form.tsx'
import { CreditList } from '#app/requirements/hours/credit-list.tsx'
import { evidenceBytes } from '#app/requirements/hours/evidence-file.server.ts'
import { hoursAtDesk } from '#app/requirements/hours/hours-at-desk.server.ts'
import { HoursOfYear } from '#app/requirements/hours/hours-of-year.tsx'
import { OverrideForm } from '#app/requirements/hours/override-form.tsx'
import { PersonCreditDeeds } from '#app/requirements/hours/person-credit-deeds.tsx'
import { RecordDownloads } from '#app/requirements/hours/record-downloads.tsx'
import { shownCredit } from '#app/requirements/hours/shown-credit.ts'
import { requireRole } from '#app/routes/actor.server.ts'
import { personDeed } from '#app/routes/hours/person-deed.server.ts'
import { refusedCredit } from '#app/routes/hours/receive-credit.server.ts'
import { saidOfCredit, statusOfCredit } from '#app/routes/hours/said-of-credit.ts'
import { BackToPerson } from '#app/routes/people/back-to-person.tsx'
import { uuid } from '#app/routes/units/steps.server.ts'
import { Note } from '#app/ui/note.tsx'
import { personSeen } from '#app/units/sight/person-seen.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'
import { boundaryIn } from '#app/web/multipart.server.ts'
import { settingsNow } from '#app/web/settings.server.ts'

export const handle = { desk: true }

const doneSchema = z.enum(['added', 'again', 'override', 'confirm', 'refuse', 'revoke']).nullable().catch(null)

/** GET /admin/people/:person/hours: hours, what was learnt elsewhere, and what may be done about both. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const now = new Date()
  const { credits, ...seen } = found(await hoursAtDesk(who, found(uuid.safeParse(params.person).data), now))
  return {
    ...{ ...seen, isOwn: isSelf(who, seen.id), today: dayOf(now), mostBytes: evidenceBytes },
    credits: credits.map(shownCredit),
    categories: settingsNow().categories,
    done: doneSchema.parse(new URL(request.url).searchParams.get('done')),
  }
}

/** POST /admin/people/:person/hours: a credit for them (taken before Remix), a decision about one, or an override. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const { id } = found(await personSeen(who, found(uuid.safeParse(params.person).data)))
  const locale = localeOf(request)
  const words = messages(locale).hours
  if (boundaryIn(request.headers.get('content-type') ?? '')) {
    const refused = refusedCredit(context.asked)
    return data(saidOfCredit(refused, words.credits.problems), { status: statusOfCredit(refused) })
  }
  const outcome = await personDeed(who, id, request, words)
  if (!('done' in outcome)) return data(outcome, { status: 422 })
  return redirect(`${localPath(locale, `/admin/people/${id}/hours`)}?done=${outcome.done}`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) => [
  { title: `${messages(localeOf(location.pathname)).hours.person.title(page?.fullName ?? '')} · Bến Số` },
]

export default function PersonHours() {
  const { id, fullName, isOwn, hours, credits, done, ...form } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useWords().hours
  const address = usePath()(`/admin/people/${id}/hours`)
  const said = {
    ...{ added: t.credits.added, again: t.credits.again, override: t.person.saved },
    ...{ confirm: t.waiting.confirmed, refuse: t.waiting.refused, revoke: t.person.revoked },
  }
  const wrong = (kind: 'credit' | 'override') => (refused?.kind === kind ? refused : undefined)
  return (
    <div className="wrap flow">
      <BackToPerson id={id} fullName={fullName} />
      <h1>{t.person.title(fullName)}</h1>
      {done && !refused ? <Note kind="right" role="status" title={said[done]} /> : null}
      {refused?.kind === 'deed' ? <Note kind="wrong" role="alert" title={refused.problem} /> : null}
      {isOwn ? <Note title={t.person.own} /> : null}
      <div className="cols half">
        <div className="flow">
          <HoursOfYear hours={hours} categories={form.categories} />
          <RecordDownloads address={`/admin/people/${id}/training-record`} />
          <CreditList
            {...{ credits, categories: form.categories }}
            deedOf={(credit) => (isOwn ? null : <PersonCreditDeeds address={address} credit={credit} />)}
          />
        </div>
        <div className="flow">
          {isOwn ? null : <OverrideForm {...{ address, year: form.year, ...wrong('override') }} />}
          <CreditAddForm action={address} title={t.person.addFor} {...form} {...wrong('credit')} />
        </div>
      </div>
    </div>
  )
}
