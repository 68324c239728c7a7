import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { formatDay } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { requireRole } from '#app/routes/actor.server.ts'
import { askedDay } from '#app/routes/units/asked-day.ts'
import { toldBy } from '#app/routes/units/landing.server.ts'
import { LearningLinks } from '#app/routes/units/learning-links.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import { WayBack } from '#app/ui/way-back.tsx'
import { DoneNote } from '#app/units/desk/done-note.tsx'
import { UnitPeople } from '#app/units/memberships/unit-people.tsx'
import { mayWithdraw as mayWithdrawNewest } from '#app/units/reorganisations/withdrawal/may-withdraw.server.ts'
import { DayForm } from '#app/units/tree/day-form.tsx'
import { sitesOf } from '#app/units/tree/sites-of.server.ts'
import { UnitHistory, UnitLinks } from '#app/units/tree/unit-history.tsx'
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
  const {
    unitId,
    facts,
    states,
    aliases,
    path: above,
    below,
    total,
    page,
    day,
    today,
    ...rest
  } = useLoaderData<typeof loader>()
  const {
    history,
    predecessors,
    successors,
    words,
    isWaiting,
    isFirst,
    sight,
    told,
    sites,
    mayAct,
    mayReorganise,
    mayWithdraw,
    isAdministrator,
  } = rest
  const t = useWords().units
  const [path, locale] = [usePath(), useLocale()]
  const address = path(`/units/${unitId}`)
  const last = facts ?? states.at(-1)
  const then = day === today ? '' : `?day=${day}`
  return (
    <div className="wrap flow">
      <WayBack href={path(`/units?day=${day}`)}>{t.title}</WayBack>
      <h1>{last?.name}</h1>
      {told ? <DoneNote {...told} /> : null}
      <p>
        {[last ? t.types[last.type] : '', last?.code ? t.code(last.code) : '', t.asOf(formatDay(day, locale))]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <UnitLinks title={t.above} units={above} day={day} />
      <UnitLinks title={t.desk.sites.now} units={sites} day={day} />
      {aliases.length > 0 ? (
        <p>
          {t.aliases}: {aliases.join(', ')}
        </p>
      ) : null}
      {facts ? null : <Note kind="warn" title={t.notThen(formatDay(day, locale))} />}
      <UnitLinks title={t.before} units={predecessors} />
      <UnitLinks title={t.after} units={successors} />
      {page && total && below.length > 0 ? (
        <p className="row">
          <a className="ic" href="#people">
            <Icon name="people" />
            {t.count(total.people)}
          </a>
          <a className="ic" href="#history">
            <Icon name="clock" />
            {t.history}
          </a>
        </p>
      ) : null}
      <DayForm action={address} day={day} />
      {below.length > 0 ? <UnitList title={t.below} units={below} day={day} /> : null}
      {page && total ? (
        <UnitPeople
          {...{ address, day, words, isWaiting, isFirst, total, mayAct, ...page }}
          mayOpen={sight !== null && sight.sight !== 'band' && day === today}
          namesAll={day >= today || sight?.historyFrom === null}
        />
      ) : (
        <p>{t.unseen}</p>
      )}
      {total ? (
        <LearningLinks
          {...{ address, then, mayAct }}
          isNow={sight !== null && day === today}
          mayDecide={mayAct && sight?.sight !== 'band'}
        />
      ) : null}
      {mayReorganise ? (
        <p className="row">
          <a className="btn" href={`${address}/reorganisations`}>
            <Icon name="swap" />
            {isAdministrator ? t.reorganise.title : t.reorganise.light}
          </a>
          {isAdministrator ? (
            <a className="btn" href={`${address}/sites`}>
              {t.desk.sites.change}
            </a>
          ) : null}
        </p>
      ) : null}
      <UnitHistory events={history} mayWithdraw={mayWithdraw} />
    </div>
  )
}
