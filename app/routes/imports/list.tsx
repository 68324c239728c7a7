import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { usePath } from '#app/i18n/words.tsx'
import { batchTold } from '#app/intake/batch-told.server.ts'
import { BatchChecked } from '#app/intake/desk/batch-checked.tsx'
import { BatchDone } from '#app/intake/desk/batch-done.tsx'
import { BatchEnded } from '#app/intake/desk/batch-ended.tsx'
import { BatchHead } from '#app/intake/desk/batch-head.tsx'
import { BatchUnderWay } from '#app/intake/desk/batch-under-way.tsx'
import { BatchUnderstood } from '#app/intake/desk/batch-understood.tsx'
import { requireRole } from '#app/routes/actor.server.ts'
import { deedSchema, listDeeds } from '#app/routes/imports/list-deeds.server.ts'
import { listPage } from '#app/routes/imports/list-page.server.ts'
import { formOf } from '#app/routes/people/form.server.ts'
import { uuid } from '#app/routes/units/steps.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

/** GET /imports/:batch: a list of people at the step where it stands. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const batch = found(await batchTold(who, found(uuid.safeParse(params.batch).data)))
  const { searchParams } = new URL(request.url)
  const before = uuid.safeParse(searchParams.get('before')).data ?? null
  const page = await listPage(who, batch, searchParams)
  return { batch, page, before, isAgain: searchParams.has('again'), isScripted: context.script !== null }
}

/** POST /imports/:batch: one of the page's forms. */
export async function action({ request, params }: ActionFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const batch = found(await batchTold(who, found(uuid.safeParse(params.batch).data)))
  const form = await formOf(request, deedSchema)
  const outcome = found(await listDeeds[form.deed](who, batch, form))
  if ('problem' in outcome) return data(outcome, { status: 422 })
  return redirect(`${localPath(localeOf(request), `/imports/${batch.id}`)}${outcome.at}`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data: found, location }) => [
  {
    title: `${found ? `${found.batch.fileName} · ` : ''}${messages(localeOf(location.pathname)).intake.desk.title} · Bến Số`,
  },
]

export default function List() {
  const { batch, page, before, isAgain, isScripted } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const path = usePath()
  const isReasonMissing = problem === 'reason-needed'
  const address = path(`/imports/${batch.id}`)
  const lists = path(`/units/${batch.unitId}/imports`)
  return (
    <div className="wrap flow">
      <BatchHead batch={batch} lists={lists} isAgain={isAgain} before={before} problem={problem} />
      {page?.kind === 'understood' ? <BatchUnderstood address={address} batch={batch} rows={page.rows} /> : null}
      {page?.kind === 'checked' ? <BatchChecked address={address} batch={batch} {...page} /> : null}
      {page?.kind === 'committed' ? (
        <BatchDone address={address} batch={batch} {...{ ...page, isReasonMissing }} />
      ) : null}
      {page ? null : <BatchUnderWay {...{ address, batch, isScripted, isReasonMissing }} />}
      <BatchEnded address={address} lists={lists} batch={batch} />
    </div>
  )
}
