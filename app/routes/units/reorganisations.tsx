import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { dayOf, formatDay } from '#app/i18n/day.ts'
import { messages } from '#app/i18n/messages.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { requireRole } from '#app/routes/actor.server.ts'
import { deciding } from '#app/routes/units/deciding.server.ts'
import { deskUnit } from '#app/routes/units/desk.server.ts'
import { landing } from '#app/routes/units/landing.server.ts'
import { type Decide, reorganising } from '#app/routes/units/reorganising.server.ts'
import { BackToUnit } from '#app/units/desk/back-to-unit.tsx'
import { DeskPreview } from '#app/units/desk/desk-preview.tsx'
import { kindsOpenTo, typesOpenTo } from '#app/units/reorganisations/kinds-open-to.ts'
import { PreviewFacts } from '#app/units/reorganisations/preview-facts.tsx'
import { reorganisationKinds } from '#app/units/reorganisations/reorganisation.ts'
import { ReorganiseForm } from '#app/units/reorganisations/reorganise-form.tsx'
import { splitList } from '#app/units/reorganisations/split-list.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'
import { lookOnly } from '#app/web/look-only.ts'

export const handle = { desk: true }

const kindSchema = z.enum(reorganisationKinds)

/** GET /units/:unit/reorganisations, then ?kind=merge…: what a decision does to a unit. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const unit = await deskUnit(who, params.unit)
  const open = { kinds: kindsOpenTo(who, unit.type), types: typesOpenTo(who) }
  const kind = kindSchema.nullable().catch(null).parse(new URL(request.url).searchParams.get('kind'))
  if (kind && !open.kinds.includes(kind)) throw lookOnly()
  return {
    unit,
    kind,
    open,
    isLight: who.role !== 'administrator',
    splitting: kind === 'split' ? found(await splitList(who, unit.unitId)) : null,
  }
}

/** POST /units/:unit/reorganisations?kind=…: looked at first, then written. */
export async function action({ request, params }: ActionFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const unit = await deskUnit(who, params.unit)
  const kind = found(kindSchema.safeParse(new URL(request.url).searchParams.get('kind')).data)
  if (!kindsOpenTo(who, unit.type).includes(kind)) throw lookOnly()
  const decide: Decide = (values, isDeed) => deciding[kind](who, { unit, values, isDeed })
  const outcome = await reorganising(request, { who, kind, decide })
  if (!('kind' in outcome) || outcome.kind !== 'done') return outcome
  const { effectiveDay: day, made } = outcome
  return landing(request, made ?? unit.unitId, 'reorganised', day > dayOf(new Date()) ? { day } : {})
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).units.reorganise.title} · Bến Số` },
]

export default function Reorganisations() {
  const { unit, kind, splitting, open, isLight } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const { reorganise: t, kinds } = useWords().units
  const [path, locale] = [usePath(), useLocale()]
  const address = path(`/units/${unit.unitId}/reorganisations`)
  const here = `${address}?kind=${kind}`
  return (
    <div className="wrap flow">
      <BackToUnit unitId={unit.unitId} name={unit.name} />
      <h1>{kind ? kinds[kind] : t.title}</h1>
      <p>{kind ? `${unit.name}. ${isLight && kind === 'establish' ? t.aboutLight : t.about[kind]}` : t.why}</p>
      {kind === null ? (
        <div className="picks">
          {open.kinds.map((choice) => (
            <a key={choice} className="pick" href={`${address}?kind=${choice}`}>
              <span>
                <span className="h">{kinds[choice]}</span>
                {isLight && choice === 'establish' ? t.aboutLight : t.about[choice]}
              </span>
            </a>
          ))}
        </div>
      ) : null}
      {kind && outcome?.kind === 'preview' ? (
        <DeskPreview
          action={here}
          values={outcome.values}
          button={t.button(kinds[kind], formatDay(outcome.values.effectiveDay ?? '', locale))}
        >
          <PreviewFacts preview={outcome.preview} />
        </DeskPreview>
      ) : null}
      {kind && outcome?.kind !== 'preview' ? (
        <ReorganiseForm
          action={here}
          open={open.types}
          {...{ kind, unit, splitting }}
          {...(outcome && { typed: outcome })}
        />
      ) : null}
    </div>
  )
}
