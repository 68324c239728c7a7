import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { dayOf, formatDay } from '#app/i18n/day.ts'
import { messages } from '#app/i18n/messages.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { requireRole } from '#app/routes/actor.server.ts'
import { establishing } from '#app/routes/units/deciding.server.ts'
import { landing } from '#app/routes/units/landing.server.ts'
import { reorganising } from '#app/routes/units/reorganising.server.ts'
import { WayBack } from '#app/ui/way-back.tsx'
import { DeskPreview } from '#app/units/desk/desk-preview.tsx'
import { PreviewFacts } from '#app/units/reorganisations/preview-facts.tsx'
import { ReorganiseForm } from '#app/units/reorganisations/reorganise-form.tsx'
import { unitTypes } from '#app/units/unit.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

/** What a unit at the top is until something else is typed. */
const usual = { name: '', code: null, type: 'tinh' as const, parentId: null }

/** GET /units/top: a unit above which nothing stands. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireRole(request, 'administrator')
  return null
}

/** POST /units/top: looked at first, then written. */
export async function action({ request }: ActionFunctionArgs) {
  const who = await requireRole(request, 'administrator')
  const outcome = await reorganising(request, {
    who,
    kind: 'establish',
    decide: (values, isDeed) => establishing(who, usual, values, isDeed),
  })
  if (!('kind' in outcome) || outcome.kind !== 'done' || outcome.made === null) return outcome
  const day = outcome.effectiveDay
  return landing(request, outcome.made, 'reorganised', day > dayOf(new Date()) ? { day } : {})
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).units.reorganise.top} · Bến Số` },
]

export default function Top() {
  const outcome = useActionData<typeof action>()
  const { reorganise: t, kinds, title } = useWords().units
  const [path, locale] = [usePath(), useLocale()]
  const here = path('/units/top')
  return (
    <div className="wrap flow">
      <WayBack href={path('/units')}>{title}</WayBack>
      <h1>{t.top}</h1>
      <p>{t.topWhy}</p>
      {outcome?.kind === 'preview' ? (
        <DeskPreview
          action={here}
          values={outcome.values}
          button={t.button(kinds.establish, formatDay(outcome.values.effectiveDay ?? '', locale))}
        >
          <PreviewFacts preview={outcome.preview} />
        </DeskPreview>
      ) : (
        <ReorganiseForm
          action={here}
          kind="establish"
          unit={usual}
          splitting={null}
          open={unitTypes}
          {...(outcome?.kind === 'form' && { typed: outcome })}
        />
      )}
    </div>
  )
}
