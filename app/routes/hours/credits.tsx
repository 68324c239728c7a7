import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { dayOf } from '#app/i18n/day.ts'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { CreditAddForm } from '#app/requirements/hours/credit-add-form.tsx'
import { CreditList } from '#app/requirements/hours/credit-list.tsx'
import { creditsOf } from '#app/requirements/hours/credits-of.server.ts'
import { evidenceBytes } from '#app/requirements/hours/evidence-file.server.ts'
import { shownCredit } from '#app/requirements/hours/shown-credit.ts'
import { withdrawCredit } from '#app/requirements/hours/withdraw-credit.server.ts'
import { WithdrawCredit } from '#app/requirements/hours/withdraw-credit.tsx'
import { requirePerson } from '#app/routes/actor.server.ts'
import { refusedCredit } from '#app/routes/hours/receive-credit.server.ts'
import { saidOfCredit, statusOfCredit } from '#app/routes/hours/said-of-credit.ts'
import { formOf } from '#app/routes/people/form.server.ts'
import { Note } from '#app/ui/note.tsx'
import { WayBack } from '#app/ui/way-back.tsx'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'
import { boundaryIn } from '#app/web/multipart.server.ts'
import { settingsNow } from '#app/web/settings.server.ts'

const doneSchema = z.enum(['added', 'again', 'withdrawn', 'tooLate', 'gone']).nullable().catch(null)

/** GET /me/credits: what I learnt elsewhere and how it stands, and the form to tell of more. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const credits = found(await creditsOf(person, person.id))
  return {
    credits: credits.map(shownCredit),
    categories: settingsNow().categories,
    today: dayOf(new Date()),
    mostBytes: evidenceBytes,
    done: doneSchema.parse(new URL(request.url).searchParams.get('done')),
  }
}

const withdrawal = z.object({ withdraw: z.uuid() }).nullable().catch(null)

/**
 * POST /me/credits: what was taken leads back here, before Remix; here is told what was wrong. Without a file: one that
 * nobody answered yet is taken back.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  if (!boundaryIn(request.headers.get('content-type') ?? '')) {
    const wish = await formOf(request, withdrawal)
    if (wish) {
      const done = await withdrawCredit(person, wish.withdraw)
      const said = done === null ? 'gone' : done ? 'withdrawn' : 'tooLate'
      return redirect(`${localPath(localeOf(request), '/me/credits')}?done=${said}`, 303)
    }
  }
  const refused = refusedCredit(context.asked)
  const words = messages(localeOf(request)).hours.credits.problems
  return data(saidOfCredit(refused, words), { status: statusOfCredit(refused) })
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).hours.credits.title} · Bến Số` },
]

export default function Credits() {
  const { credits, categories, today, mostBytes, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { hours, me } = useWords()
  const t = hours.credits
  const path = usePath()
  return (
    <div className="wrap flow">
      <WayBack href={path('/me')}>{me.title}</WayBack>
      <h1>{t.title}</h1>
      <p>{t.why}</p>
      {done && !refused ? <Note kind={done === 'tooLate' ? 'warn' : 'right'} role="status" title={t[done]} /> : null}
      <div className="cols half">
        <CreditList
          {...{ credits, categories }}
          deedOf={(credit) => <WithdrawCredit address={path('/me/credits')} credit={credit} />}
        />
        <CreditAddForm
          {...{ action: path('/me/credits'), title: t.open, categories, today, mostBytes }}
          values={refused?.values}
          problems={refused?.problems}
        />
      </div>
    </div>
  )
}
