import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { currentEditionsOf } from '#app/courses/current-editions-of.server.ts'
import { messages } from '#app/i18n/messages.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { eventsSeen } from '#app/requirements/desk/events-seen.ts'
import { learnerAtDesk, learnerStandings } from '#app/requirements/desk/learner-at-desk.server.ts'
import { LearnerRequirements } from '#app/requirements/desk/learner-requirements.tsx'
import { learntAtDesk } from '#app/requirements/desk/learnt-at-desk.server.ts'
import { LearntCourses } from '#app/requirements/desk/learnt-courses.tsx'
import { TraceEvents } from '#app/requirements/desk/trace-events.tsx'
import { HoursOfYear } from '#app/requirements/hours/hours-of-year.tsx'
import { traceOf } from '#app/requirements/keeping/trace-of.server.ts'
import { requireRole } from '#app/routes/actor.server.ts'
import { askedFilter } from '#app/routes/standings/asked-filter.ts'
import { uuid } from '#app/routes/units/steps.server.ts'
import { Icon } from '#app/ui/icon.tsx'
import { WayBack } from '#app/ui/way-back.tsx'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'
import { settingsNow } from '#app/web/settings.server.ts'

export const handle = { desk: true }

/**
 * GET /units/:unit/learners/:person?requirement=…: how somebody stands to all that is asked of them, what they have learnt and
 * how many hours; or why they stand so to one of it.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const who = await requireRole(request, 'administrator', 'manager')
  const unitId = found(uuid.safeParse(params.unit).data)
  const personId = found(uuid.safeParse(params.person).data)
  const asked = { unitId, personId }
  const learner = found(await learnerAtDesk(who, asked))
  const { requirementId } = askedFilter(new URL(request.url).searchParams)
  if (requirementId === undefined) {
    const standings = await learnerStandings(learner)
    const learnt = await learntAtDesk(learner, standings)
    return { ...asked, learner, standings, learnt, categories: settingsNow().categories, traced: null }
  }
  // That this viewer sees the person was decided above.
  const trace = found(await traceOf('command-line', personId, requirementId, learner.day))
  const { requirement } = trace
  const events = eventsSeen(trace.events, learner)
  const editions = await currentEditionsOf([...requirement.courseIds, ...requirement.renewalCourseIds])
  const courses = Object.fromEntries([...editions].map(([id, { sheet }]) => [id, sheet.title]))
  return {
    ...asked,
    learner,
    standings: [],
    learnt: null,
    categories: {},
    traced: { title: requirement.title, events, courses },
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page, location }) => {
  const t = messages(localeOf(location.pathname)).standings
  return [{ title: `${page ? t.person.title(page.learner.fullName) : t.title} · Bến Số` }]
}

export default function Learner() {
  const { unitId, personId, learner, standings, learnt, categories, traced } = useLoaderData<typeof loader>()
  const t = useWords().standings
  const path = usePath()
  const address = path(`/units/${unitId}/learners/${personId}`)
  const { fullName, birthYear, unitName, position, isBand, day } = learner
  return (
    <div className="wrap flow">
      {traced ? (
        <WayBack href={address}>{t.person.all}</WayBack>
      ) : (
        <WayBack href={path(`/units/${unitId}/standings/people`)}>{t.list.title}</WayBack>
      )}
      <h1>{fullName}</h1>
      <p>{[birthYear ? t.person.born(birthYear) : '', position, unitName].filter(Boolean).join(' · ')}</p>
      {isBand ? (
        <p>{t.person.bandOnly}</p>
      ) : (
        <p>
          <a className="ic" href={path(`/admin/people/${personId}`)}>
            <Icon name="me" />
            {t.person.account}
          </a>
        </p>
      )}
      <h2>{traced ? traced.title : t.title}</h2>
      {traced ? (
        <TraceEvents events={traced.events} courses={traced.courses} />
      ) : (
        <LearnerRequirements {...{ standings, day, address }} />
      )}
      {learnt?.hours ? (
        <>
          <HoursOfYear hours={learnt.hours} categories={categories} />
          <p>
            <a className="ic" href={path(`/admin/people/${personId}/hours`)}>
              <Icon name="clock" />
              {t.person.hours}
            </a>
          </p>
        </>
      ) : null}
      {learnt ? <LearntCourses courses={learnt.courses} /> : null}
    </div>
  )
}
