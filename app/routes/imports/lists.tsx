import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dayOf } from '#app/i18n/day.ts'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { batchesOf } from '#app/intake/batches-of.server.ts'
import { BatchesTable } from '#app/intake/desk/batches-table.tsx'
import { RefusedNote } from '#app/intake/desk/refused-note.tsx'
import { ListHelp, UploadForm } from '#app/intake/desk/upload-form.tsx'
import { usualCategory } from '#app/intake/usual-category.ts'
import { requireRole } from '#app/routes/actor.server.ts'
import { refusedBefore } from '#app/routes/imports/receive-list.server.ts'
import { uuid } from '#app/routes/units/steps.server.ts'
import { BackToUnit } from '#app/units/desk/back-to-unit.tsx'
import { unitActedFor } from '#app/units/sight/unit-acted-for.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

/** GET /units/:unit/imports: the lists brought into a unit, and the form for another. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const unit = found(await unitActedFor(who, found(uuid.safeParse(params.unit).data)))
  const batches = found(await batchesOf(who, unit.unitId))
  return { unit, batches, today: dayOf(new Date()) }
}

/** POST /units/:unit/imports: a list that was taken leads to its page, before Remix; here is told what was wrong. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  found(await unitActedFor(who, found(uuid.safeParse(params.unit).data)))
  const problem = refusedBefore(context.asked) ?? 'missing'
  return data({ problem }, { status: problem === 'too-large' ? 413 : problem === 'broken' ? 400 : 422 })
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).intake.desk.title} · Bến Số` },
]

export default function Lists() {
  const { unit, batches, today } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const t = useWords().intake.desk
  const path = usePath()
  return (
    <div className="wrap flow">
      <BackToUnit unitId={unit.unitId} name={unit.name} />
      <h1>{t.titleOf(unit.name)}</h1>
      <p>{t.why}</p>
      {refused ? <RefusedNote {...t.problems[refused.problem]} /> : null}
      <div className="cols half">
        <UploadForm action={path(`/units/${unit.unitId}/imports`)} today={today} category={usualCategory(unit.type)} />
        <ListHelp />
      </div>
      <section className="flow" aria-labelledby="lists">
        <h2 id="lists">{t.lists}</h2>
        <BatchesTable batches={batches} />
      </section>
    </div>
  )
}
