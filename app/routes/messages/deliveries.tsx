import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { messageKinds } from '#app/messages/message.ts'
import { requireRole } from '#app/routes/actor.server.ts'
import { BackToUnit } from '#app/units/desk/back-to-unit.tsx'
import { SelectField } from '#app/units/desk/select-field.tsx'
import { deliveriesIn } from '#app/units/messages/deliveries-in.server.ts'
import { DeliveriesTable } from '#app/units/messages/deliveries-table.tsx'
import { deliveryStates } from '#app/units/messages/delivery.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { desk: true }

const askedSchema = z.object({
  kind: z.enum(messageKinds).optional().catch(undefined),
  state: z.enum(deliveryStates).optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
})

/** GET /units/:unit/messages?kind=…&state=…&after=…: what was sent to the people of a unit, and what became of it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const unitId = found(z.uuid().safeParse(params.unit).data)
  const asked = askedSchema.parse(Object.fromEntries(new URL(request.url).searchParams))
  return { ...found(await deliveriesIn(who, unitId, asked)), asked }
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) => [
  { title: `${messages(localeOf(location.pathname)).telling.sent.title} · ${page?.unit.name ?? ''} · Bến Số` },
]

export default function SentMessages() {
  const { unit, deliveries, next, asked } = useLoaderData<typeof loader>()
  const words = useWords()
  const t = words.telling.sent
  const path = usePath()
  const address = path(`/units/${unit.unitId}/messages`)
  const kept = { ...(asked.kind && { kind: asked.kind }), ...(asked.state && { state: asked.state }) }
  return (
    <div className="wrap flow">
      <BackToUnit unitId={unit.unitId} name={unit.name} />
      <h1>{t.title}</h1>
      <p>{t.why}</p>
      <p>
        <a className="ic" href={path(`/units/${unit.unitId}/unreachable`)}>
          {words.reminders.unreachable.title}
        </a>
      </p>
      <form className="find" method="get" action={address}>
        <SelectField
          name="kind"
          label={t.kind}
          empty={t.all}
          defaultValue={asked.kind}
          options={messageKinds.map((value) => ({ value, label: t.kinds[value] }))}
        />
        <SelectField
          name="state"
          label={t.state}
          empty={t.all}
          defaultValue={asked.state}
          options={deliveryStates.map((value) => ({ value, label: t.states[value] }))}
        />
        <button type="submit" className="btn">
          {t.show}
        </button>
      </form>
      <DeliveriesTable deliveries={deliveries} isSome={Object.values(asked).some(Boolean)} />
      {next ? (
        <p>
          <a className="ic" href={`${address}?${new URLSearchParams({ ...kept, after: next })}`}>
            {t.older}
          </a>
        </p>
      ) : null}
    </div>
  )
}
