import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { announcedMaintenance } from '#app/attempts/announced-maintenance.server.ts'
import { AnnouncedWindows } from '#app/attempts/announced-windows.tsx'
import { momentFrom } from '#app/i18n/day.ts'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { announceMaintenance } from '#app/ledger/announce-maintenance.server.ts'
import { ProblemList } from '#app/people/problem-list.tsx'
import { requireRole } from '#app/routes/actor.server.ts'
import { BackToAdministration } from '#app/routes/administration/back.tsx'
import { formOf, refusal, typed } from '#app/routes/people/form.server.ts'
import { Field } from '#app/ui/field.tsx'
import { Note } from '#app/ui/note.tsx'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

const formSchema = z.object({ from: typed, to: typed })
const count = z.coerce.number().int().min(0)
/** What was just done, as the address tells it. */
const doneSchema = z.union([
  z.object({ moved: count }),
  z.object({ withdrawn: count }),
  z.object({ ended: z.literal('') }),
  z.null().catch(null),
])

/** GET /admin/maintenance */
export async function loader({ request }: LoaderFunctionArgs) {
  const administrator = await requireRole(request, 'administrator')
  return {
    windows: found(await announcedMaintenance(administrator)),
    now: new Date(),
    done: doneSchema.parse(Object.fromEntries(new URL(request.url).searchParams)),
  }
}

/** POST /admin/maintenance: from and to by Vietnamese clocks. */
export async function action({ request }: ActionFunctionArgs) {
  const administrator = await requireRole(request, 'administrator')
  const locale = localeOf(request)
  const words = messages(locale).administration.problems
  const form = await formOf(request, formSchema)
  const [from, to] = [momentFrom(form.from), momentFrom(form.to)]
  if (!from || !to)
    return refusal({ ...(from ? {} : { from: words.moment }), ...(to ? {} : { to: words.moment }) }, form)
  const outcome = found(await announceMaintenance(administrator, from, to))
  if ('refusal' in outcome) return refusal({ to: words.times }, form)
  return redirect(`${localPath(locale, '/admin/maintenance')}?moved=${outcome.moved}`, 303)
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).administration.maintenance.title} · Bến Số` },
]

export default function Maintenance() {
  const { windows, now, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useWords().administration.maintenance
  const path = usePath()
  const box = (name: string) => ({
    name,
    problem: refused?.problems[name],
    defaultValue: refused?.values[name],
    eg: t.eg,
    type: 'datetime-local',
    required: true,
  })
  return (
    <div className="wrap flow">
      <BackToAdministration />
      <h1>{t.title}</h1>
      <p>{t.why}</p>
      <p>{t.careful}</p>
      <ProblemList problems={refused?.problems} />
      {done && !refused ? <Note kind="right" role="status" title={saidOf(done, t)} /> : null}
      <form className="flow" method="post" action={path('/admin/maintenance')}>
        <Field {...box('from')} label={t.from} />
        <Field {...box('to')} label={t.to} />
        <button type="submit" className="btn main">
          {t.button}
        </button>
      </form>
      <AnnouncedWindows windows={windows} now={now} />
    </div>
  )
}

type Words = ReturnType<typeof useWords>['administration']['maintenance']

function saidOf(done: NonNullable<z.infer<typeof doneSchema>>, t: Words): string {
  if ('moved' in done) return t.done(done.moved)
  return 'withdrawn' in done ? t.withdrawn(done.withdrawn) : t.ended
}
