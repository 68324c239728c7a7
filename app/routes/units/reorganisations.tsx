import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { dayOf, formatDay } from '#app/i18n/day.ts'
import { messages } from '#app/i18n/messages.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { requireRole } from '#app/routes/actor.server.ts'
import { deskUnit } from '#app/routes/units/desk.server.ts'
import { landing } from '#app/routes/units/landing.server.ts'
import { reorganising } from '#app/routes/units/reorganising.server.ts'
import { BackToUnit } from '#app/units/desk/back-to-unit.tsx'
import { DeskPreview } from '#app/units/desk/desk-preview.tsx'
import { PreviewFacts } from '#app/units/reorganisations/preview-facts.tsx'
import { reorganisationKinds } from '#app/units/reorganisations/reorganisation.ts'
import { ReorganiseForm } from '#app/units/reorganisations/reorganise-form.tsx'
import { splitList } from '#app/units/reorganisations/split-list.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

const kindSchema = z.enum(reorganisationKinds)

/** GET /units/:unit/reorganisations, then ?kind=merge…: what a decision does to a unit. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator')
  const unit = await deskUnit(who, params.unit)
  const kind = kindSchema.nullable().catch(null).parse(new URL(request.url).searchParams.get('kind'))
  return { unit, kind, splitting: kind === 'split' ? found(await splitList(who, unit.unitId)) : null }
}

/** POST /units/:unit/reorganisations?kind=…: looked at first, then written. */
export async function action({ request, params }: ActionFunctionArgs) {
  const who = await requireRole(request, 'administrator')
  const unit = await deskUnit(who, params.unit)
  const kind = found(kindSchema.safeParse(new URL(request.url).searchParams.get('kind')).data)
  const outcome = await reorganising(request, { who, unit, kind })
  if (!('kind' in outcome) || outcome.kind !== 'done') return outcome
  const { effectiveDay: day, made } = outcome
  return landing(request, made ?? unit.unitId, 'reorganised', day > dayOf(new Date()) ? { day } : {})
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).units.reorganise.title} · Bến Số` },
]

export default function Reorganisations() {
  const { unit, kind, splitting } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()
  const { reorganise: t, kinds } = useWords().units
  const [path, locale] = [usePath(), useLocale()]
  const address = path(`/units/${unit.unitId}/reorganisations`)
  const here = `${address}?kind=${kind}`
  return (
    <div className="wrap flow">
      <BackToUnit unitId={unit.unitId} name={unit.name} />
      <h1>{kind ? kinds[kind] : t.title}</h1>
      <p>{kind ? `${unit.name}. ${t.about[kind]}` : t.why}</p>
      {kind === null ? (
        <div className="picks">
          {reorganisationKinds.map((choice) => (
            <a key={choice} className="pick" href={`${address}?kind=${choice}`}>
              <span>
                <span className="h">{kinds[choice]}</span>
                {t.about[choice]}
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
        <ReorganiseForm action={here} {...{ kind, unit, splitting }} {...(outcome && { typed: outcome })} />
      ) : null}
    </div>
  )
}
