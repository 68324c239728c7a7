import { formatDay, formatNumber } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

export type MyCourse = {
  slug: string
  title: string
  cover: string
  hours: number
  exam: string
  /** An exam that is begun and not handed in; until when, in words, if its time is limited. */
  begunExam?: { id: string; until: string | null } | null | undefined
  completedOn: string | null
  done: number
  all: number
  /** Place of the first lesson that is not done; -1: the exam is next. */
  next: number
  lessons: Array<{ lesson: string; title: string }>
  /** Lessons that are read and practised and lack nothing but minutes; places from 1. */
  short?: Array<{ place: number; minutes: number }>
}

type Props = {
  courses: MyCourse[]
  /** Something above leads on already: one main button is enough. */
  isLedOn?: boolean
}

/** What is begun first, with the one button that leads on; then what is done. */
export function MyCourses({ courses, isLedOn = false }: Props) {
  const t = useWords().me
  const path = usePath()
  if (courses.length === 0 && isLedOn) return null
  if (courses.length === 0)
    return (
      <section className="flow">
        <img className="scene" src="/art/moored.svg" width="640" height="360" alt="" />
        <h2>{t.emptyTitle}</h2>
        <p>{t.emptyWords}</p>
        <p>
          <a className="btn main" href={path('/courses')}>
            <Icon name="book" />
            {t.emptyDo}
          </a>
        </p>
      </section>
    )
  const inExam = courses.find(({ begunExam }) => begunExam)
  const [first] = courses
  return (
    <>
      {inExam?.begunExam ? <GoOnWithExam title={inExam.title} {...inExam.begunExam} /> : null}
      {!inExam && !isLedOn && first?.completedOn === null ? <Continue course={first} /> : null}
      <section className="flow" aria-labelledby="courses-h">
        <h2 id="courses-h">{t.coursesHead}</h2>
        <ul className="plain flow">
          {courses.map((course) => (
            <li className="pick task" key={course.slug + course.completedOn}>
              <img src={`/courses/${course.slug}/${course.cover}`} alt="" width="320" height="240" />
              <Facts course={course} />
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

/** The clock may be running: this comes before any lesson. */
function GoOnWithExam({ title, id, until }: { title: string; id: string; until: string | null }) {
  const t = useWords().me
  const path = usePath()
  return (
    <div className="note warn">
      <p className="ic">
        <Icon name="clock" />
        <span>{t.examBegun}</span>
      </p>
      <p className="h">{title}</p>
      {until ? <p>{t.examUntil(until)}</p> : null}
      <a className="btn main" href={path(`/attempts/${id}`)}>
        {t.goOnExam}
        <Icon name="next" />
      </a>
    </div>
  )
}

function Continue({ course }: { course: MyCourse }) {
  const t = useWords().me
  const path = usePath()
  const next = course.lessons[course.next]
  const lacking = course.short?.find(({ place }) => place === course.next + 1)
  const href = next ? `/courses/${course.slug}/${next.lesson}` : `/courses/${course.slug}/exams/${course.exam}`
  return (
    <div className="note">
      <p className="ic">
        <Icon name="book" />
        <span>{t.continueHead}</span>
      </p>
      <p className="h">{course.title}</p>
      <p>{next ? t.lessonNext(course.next + 1, next.title) : t.examNext}</p>
      {lacking ? <p>{t.onlyMinutes(lacking.minutes)}</p> : null}
      <a className="btn main" href={path(href)}>
        {next ? t.goOnLesson(course.next + 1) : t.takeExam}
        <Icon name="next" />
      </a>
    </div>
  )
}

function Facts({ course }: { course: MyCourse }) {
  const t = useWords().me
  const path = usePath()
  const locale = useLocale()
  return (
    <div className="flow-s">
      <h3>
        <a href={path(`/courses/${course.slug}?mine`)}>{course.title}</a>
      </h3>
      {course.completedOn ? (
        <p className="tag done">
          <Icon name="check" />
          {t.done(formatDay(course.completedOn, locale))}
        </p>
      ) : (
        <p className="tag due">
          <Icon name="book" />
          {t.progress(course.done, course.all)}
        </p>
      )}
      {course.short && course.short.length > 0 ? (
        <p>
          {t.minutesLacking} {course.short.map(({ place, minutes }) => t.minutesOf(place, minutes)).join(', ')}.
        </p>
      ) : null}
      {course.hours > 0 ? (
        <p className="meta">
          <span>{t.hours(formatNumber(course.hours, locale))}</span>
        </p>
      ) : null}
    </div>
  )
}
