import { formatDay } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import type { AskedOfMe, Excuse, NextOfMine } from '#app/requirements/learner/asked-of-me.ts'
import { CoursesInOrder } from '#app/requirements/learner/courses-in-order.tsx'
import { StandingTag } from '#app/requirements/learner/standing-tag.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** One requirement: how one stands, what is next, who asks, and where to ask for more time. */
export function AskedItem({ asked, isFirst }: { asked: AskedOfMe; isFirst: boolean }) {
  const t = useWords().mustLearn
  const [locale, path] = [useLocale(), usePath()]
  const { id, title, askedBy, decisionNumber, decisionDay, dueDay, graceUntil, excuse, next, courses } = asked
  const leadsOn = excuse ? null : next
  return (
    <li className="pick task">
      {leadsOn ? <img src={leadsOn.course.cover} alt="" width="320" height="240" /> : null}
      <div className="flow-s">
        <h3 lang="vi">{title}</h3>
        <StandingTag asked={asked} />
        {graceUntil ? <p>{t.grace(formatDay(dueDay, locale), formatDay(graceUntil, locale))}</p> : null}
        {excuse ? <Excused excuse={excuse} /> : null}
        {leadsOn ? <NextStep next={leadsOn} isMain={isFirst} /> : null}
        {courses.length > 1 ? <CoursesInOrder courses={courses} /> : null}
        <p className="small">{t.askedBy(askedBy, decisionNumber, formatDay(decisionDay, locale))}</p>
        {leadsOn ? (
          <p>
            <a className="ic" href={path(`/me/requests?requirement=${id}`)}>
              <Icon name="cal" />
              {t.ask}
              <span className="hide">: {title}</span>
            </a>
          </p>
        ) : null}
      </div>
    </li>
  )
}

function Excused({ excuse: { untilDay, reason, documentNumber } }: { excuse: Excuse }) {
  const t = useWords().mustLearn
  const locale = useLocale()
  return (
    <p>
      {untilDay ? t.excusedUntil(formatDay(untilDay, locale)) : t.excusedForGood} {reason ? t.because(reason) : null}{' '}
      {documentNumber ? t.byDocument(documentNumber) : null}
    </p>
  )
}

function NextStep({ next: { kind, course, lesson, href }, isMain }: { next: NextOfMine; isMain: boolean }) {
  const t = useWords().mustLearn
  const path = usePath()
  const place = lesson?.place ?? 1
  return (
    <>
      <p>
        {kind === 'lesson' ? t.nextIs.lesson(course.title, place, lesson?.title ?? '') : t.nextIs[kind](course.title)}
      </p>
      <p>
        <a className={isMain ? 'btn main' : 'btn'} href={path(href)}>
          {kind === 'lesson' ? t.next.lesson(place) : t.next[kind]}
          <span className="hide">: {course.title}</span>
          <Icon name="next" />
        </a>
      </p>
    </>
  )
}
