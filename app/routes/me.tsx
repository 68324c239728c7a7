import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { type OpenAttempt, openAttemptsOf } from '#app/attempts/open-attempts-of.server.ts'
import { certificatesOf } from '#app/certificates/certificates-of.server.ts'
import { HeldCertificates } from '#app/certificates/held-certificates.tsx'
import { minutesLacking } from '#app/enrolments/completion.ts'
import { coursesOf } from '#app/enrolments/courses-of.server.ts'
import { MyCourses } from '#app/enrolments/my-courses.tsx'
import { type Day, dayOf, formatDay, formatMoment } from '#app/i18n/day.ts'
import { type Locale, messages } from '#app/i18n/messages.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { HoursOfYear } from '#app/requirements/hours/hours-of-year.tsx'
import { orOfficials } from '#app/requirements/hours/or-officials.ts'
import { ownHours } from '#app/requirements/hours/own-hours.server.ts'
import { OwnHoursLinks } from '#app/requirements/hours/own-hours-links.tsx'
import { ownKnown } from '#app/requirements/hours/own-known.server.ts'
import { mustLearn } from '#app/requirements/learner/must-learn.server.ts'
import { MustLearn } from '#app/requirements/learner/must-learn.tsx'
import { requirePerson } from '#app/routes/actor.server.ts'
import { Icon } from '#app/ui/icon.tsx'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'
import { settingsOn } from '#app/web/settings.server.ts'

/** GET /me: what I must learn, where I stopped, my courses, my papers, my hours this year. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requirePerson(request)
  const now = new Date()
  const today: Day = dayOf(now)
  const settings = settingsOn(today)
  const courses = await coursesOf(person, now)
  const asked = await mustLearn(person, courses, today)
  const begun = new Map((await openAttemptsOf(person, now)).map((attempt) => [attempt.editionId, attempt]))
  const papers = found(await certificatesOf(person, person.id))
  const known = await ownKnown(person, today)
  const hours = await ownHours(person, papers, known, now)
  const isOfficial = courses.some((course) => course.sheet.audience === 'officials')
  return {
    name: person.fullName,
    role: person.role,
    asked,
    unread: known.unread,
    today,
    hours: orOfficials(hours, isOfficial, { quotas: settings.quotas, day: today }),
    categories: settings.categories,
    papers: papers.map(({ code, state, facts }) => ({
      code,
      state,
      title: facts.courseTitle,
      day: facts.issuedOn,
      serial: facts.serial,
    })),
    courses: courses.map(({ slug, editionId, sheet, completedAt, progress }) => ({
      slug,
      title: sheet.title,
      cover: sheet.cover,
      hours: sheet.hours,
      exam: sheet.exam.key,
      begunExam: shownExam(begun.get(editionId), localeOf(request)),
      completedOn: completedAt ? dayOf(completedAt) : null,
      done: progress.lessons.filter((lesson) => lesson.isDone).length,
      all: progress.lessons.length,
      next: progress.lessons.findIndex((lesson) => !lesson.isDone),
      lessons: progress.lessons.map(({ lesson, title }) => ({ lesson, title })),
      short: progress.lessons.flatMap((lesson, index) => {
        const minutes = minutesLacking(sheet.completion, lesson)
        return minutes > 0 ? [{ place: index + 1, minutes }] : []
      }),
    })),
  }
}

function shownExam(attempt: OpenAttempt | undefined, locale: Locale) {
  if (!attempt) return null
  return { id: attempt.id, until: attempt.deadlineAt ? formatMoment(attempt.deadlineAt, locale) : null }
}

export const meta: MetaFunction = ({ location }) => [
  { title: `${messages(localeOf(location.pathname)).me.title} · Bến Số` },
]

export default function Me() {
  const { name, role, asked, unread, today, hours, categories, papers, courses } = useLoaderData<typeof loader>()
  const { me: t, telling, exceptions } = useWords()
  const path = usePath()
  const showsHours = hours.total > 0 || hours.provisional > 0 || hours.quota !== null
  return (
    <div className="wrap flow" data-me>
      <header className="head">
        <h1>{t.hello(name)}</h1>
        <p className="soft">{formatDay(today, useLocale())}</p>
      </header>
      {role === 'learner' ? null : (
        <p>
          <a className="btn" href={path('/admin')}>
            <Icon name="people" />
            {t.administration}
          </a>
        </p>
      )}
      <div className="cols side">
        <div className="flow">
          <MustLearn asked={asked} />
          <MyCourses courses={courses} isLedOn={asked.some(({ next, excuse }) => next && !excuse)} />
          <HeldCertificates papers={papers} />
        </div>
        <div className="flow">
          {showsHours ? <HoursOfYear hours={hours} categories={categories} /> : null}
          <OwnHoursLinks />
          {asked.length > 0 ? (
            <p>
              <a className="ic" href={path('/me/requests')}>
                <Icon name="cal" />
                {exceptions.ask.title}
              </a>
            </p>
          ) : null}
          <p className="row">
            <a className="ic" href={path('/me/messages')}>
              <Icon name="bell" />
              {telling.title}
            </a>
            {unread > 0 ? <span className="tag due">{telling.unread(unread)}</span> : null}
          </p>
          <p>
            <a className="ic" href={path('/account')}>
              <Icon name="me" />
              {t.account}
            </a>
          </p>
        </div>
      </div>
    </div>
  )
}
