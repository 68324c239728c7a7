import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { requireRole } from '#app/routes/actor.server.ts'
import { formOf } from '#app/routes/people/form.server.ts'
import { deskUnit } from '#app/routes/units/desk.server.ts'
import { landing } from '#app/routes/units/landing.server.ts'
import { again, typed } from '#app/routes/units/steps.server.ts'
import { Field } from '#app/ui/field.tsx'
import { BackToUnit } from '#app/units/desk/back-to-unit.tsx'
import { boxOf } from '#app/units/desk/box-of.ts'
import { DeskRefused } from '#app/units/desk/desk-refused.tsx'
import { aliasesOf } from '#app/units/tree/aliases-of.server.ts'
import { setAliases } from '#app/units/tree/set-aliases.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'
import { lookOnly } from '#app/web/look-only.ts'

export const handle = { desk: true }

/** GET /units/:unit/aliases: by which other names a unit is found. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { unitId, name } = await unitToName(request, params.unit)
  return { unit: { unitId, name }, aliases: await aliasesOf(unitId) }
}

/** POST /units/:unit/aliases: all of them, one after the other. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { who, unitId } = await unitToName(request, params.unit)
  const values = await formOf(request, z.object({ aliases: typed, reason: typed }))
  const outcome = found(await setAliases(who, { ...values, unitId, names: values.aliases.split(';') }))
  if ('aliases' in outcome) return landing(request, unitId, 'named')
  const words = messages(localeOf(request)).units
  return again(
    values,
    outcome.problem === 'name-long'
      ? { aliases: words.problems['name-long'] }
      : { reason: words.membershipProblems['reason-needed'] },
  )
}

/** Administrators name units; whoever else acts for the unit may look. */
async function unitToName(request: Request, id: string | undefined) {
  const who = await requireRole(request, 'administrator', 'manager')
  const { unitId, name } = await deskUnit(who, id)
  if (who.role !== 'administrator') throw lookOnly()
  return { who, unitId, name }
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).units.desk.aliases.title} · Bến Số` },
]

export default function Aliases() {
  const { unit, aliases } = useLoaderData<typeof loader>()
  const { problems, values } = useActionData<typeof action>() ?? { problems: {}, values: {} }
  const { aliases: t, members } = useWords().units.desk
  const path = usePath()
  const box = boxOf({ problems, values }, { aliases: aliases.join('; ') })
  return (
    <div className="wrap flow">
      <BackToUnit unitId={unit.unitId} name={unit.name} />
      <h1>{t.title}</h1>
      <p>{t.why}</p>
      <form className="flow" method="post" action={path(`/units/${unit.unitId}/aliases`)}>
        <DeskRefused problems={problems} />
        <Field {...box('aliases')} label={t.names} eg={t.namesEg} autoComplete="off" />
        <Field {...box('reason')} label={members.reason} eg={members.reasonEg} autoComplete="off" />
        <button type="submit" className="btn main">
          {t.button}
        </button>
      </form>
    </div>
  )
}
