import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { openInUnit } from '#app/requirements/desk/open-in-unit.server.ts'
import { requireRole } from '#app/routes/actor.server.ts'
import { askedDay } from '#app/routes/units/asked-day.ts'
import { toldBy } from '#app/routes/units/landing.server.ts'
import { LearningLinks } from '#app/routes/units/learning-links.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { WayBack } from '#app/ui/way-back.tsx'
import { DoneNote } from '#app/units/desk/done-note.tsx'
import { UnitPeople } from '#app/units/memberships/unit-people.tsx'
import { ReorganiseLinks } from '#app/units/reorganisations/reorganise-links.tsx'
import { mayWithdraw as mayWithdrawNewest } from '#app/units/reorganisations/withdrawal/may-withdraw.server.ts'
import { DayForm } from '#app/units/tree/day-form.tsx'
import { sitesOf } from '#app/units/tree/sites-of.server.ts'
import { UnitHead } from '#app/units/tree/unit-head.tsx'
import { UnitHistory } from '#app/units/tree/unit-history.tsx'
import { UnitList } from '#app/units/tree/unit-list.tsx'
import { unitPage } from '#app/units/tree/unit-page.server.ts'
import { found } from '#app/web/found.server.ts'

export const handle = { desk: true }

/** GET /units/:unit?day=…&q=…&waiting&after=…: a unit as of a day, what stands below it, its people and its history. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const unitId = found(z.uuid().safeParse(params.unit).data)
  const { searchParams } = new URL(request.url)
  const { day, today } = askedDay(new URL(request.url))
  const [words, after] = [searchParams.get('q') ?? '', searchParams.get('after')]
  const isWaiting = searchParams.has('waiting')
  const unit = found(await unitPage(who, { unitId, day, words, isWaiting, after }, today))
  const sites = await sitesOf(unitId, day)
  const told = await toldBy(new URL(request.url), who)
  // Where names are looked for, or a deed is told of, the page has asked for enough.
  const isOpenTold = unit.total !== null && day === today && words === '' && told === null
  const mayAct = unit.sight?.mayAct === true && day === today
  const isAdministrator = who.role === 'administrator'
  const mayReorganise = unit.facts !== null && (isAdministrator || mayAct)
  return {
    ...unit,
    day,
    today,
    words,
    isWaiting,
    isFirst: !after,
    told,
    open: isOpenTold ? await openInUnit(who, unitId, today) : null,
    sites,
    mayAct,
    mayReorganise,
    mayWithdraw: await mayWithdrawNewest(who, unit),
    isAdministrator,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: unit }) => [
  { title: `${unit ? `${unit.facts?.name ?? unit.states.at(-1)?.name ?? ''} · ` : ''}Bến Số` },
]

export default function Unit() {
  const unit = useLoaderData<typeof loader>()
  const { unitId, facts, below, total, page, sight, history, day, today, told, mayAct, isAdministrator } = unit
  const { words, isWaiting, isFirst } = unit
  const t = useWords().units
  const path = usePath()
  const address = path(`/units/${unitId}`)
  const last = facts ?? unit.states.at(-1)
  const isToday = day === today
  return (
    <div className="wrap flow">
      <WayBack href={path(`/units?day=${day}`)}>{t.title}</WayBack>
      <h1>{last?.name}</h1>
      {told ? <DoneNote {...told} /> : null}
      <UnitHead {...unit} last={last} above={unit.path} />
      {total && below.length > 0 ? <PageLinks people={total.people} /> : null}
      <DayForm action={address} day={day} />
      {below.length > 0 ? <UnitList title={t.below} units={below} day={day} /> : null}
      {page && total ? (
        <UnitPeople
          {...{ address, day, words, isWaiting, isFirst, total, mayAct, ...page }}
          mayOpen={sight !== null && sight.sight !== 'band' && isToday}
          namesAll={day >= today || sight?.historyFrom === null}
        />
      ) : (
        <p>{t.unseen}</p>
      )}
      {total ? (
        <LearningLinks
          {...{ address, mayAct }}
          open={unit.open}
          then={isToday ? '' : `?day=${day}`}
          isNow={sight !== null && isToday}
          mayDecide={mayAct && sight?.sight !== 'band'}
        />
      ) : null}
      {unit.mayReorganise ? <ReorganiseLinks {...{ address, isAdministrator }} /> : null}
      <UnitHistory events={history} mayWithdraw={unit.mayWithdraw} />
    </div>
  )
}

/** To what stands below a long list of units. */
function PageLinks({ people }: { people: number }) {
  const t = useWords().units
  return (
    <p className="row">
      <a className="ic" href="#people">
        <Icon name="people" />
        {t.count(people)}
      </a>
      <a className="ic" href="#history">
        <Icon name="clock" />
        {t.history}
      </a>
    </p>
  )
}
