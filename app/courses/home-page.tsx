import { AudienceDoors } from '#app/courses/audience-doors.tsx'
import type { CatalogueCourse } from '#app/courses/catalogue-course.ts'
import { CheckCertificate } from '#app/courses/check-certificate.tsx'
import { CoursePick } from '#app/courses/course-pick.tsx'
import { minutesOf } from '#app/courses/filter-courses.ts'
import { ScamBand } from '#app/courses/scam-band.tsx'
import type { Day } from '#app/i18n/day.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

type Props = {
  /** Things to do today, the first one first. */
  picks: CatalogueCourse[]
  courseCount: number
  scams: CatalogueCourse | undefined
  today: Day
}

/** The first page: a welcome, something to do at once, this week's scam, a door for everybody, a paper to check. */
export function HomePage({ picks, courseCount, scams, today }: Props) {
  const t = useWords().courses.home
  const path = usePath()
  return (
    <>
      <Welcome first={picks[0]} />
      <div className="wrap flow">
        {picks.length > 0 ? (
          <section className="flow" aria-labelledby="today">
            <h2 id="today">{t.today}</h2>
            <ul className="plain picks">
              {picks.map((course) => (
                <CoursePick key={course.slug} {...course} />
              ))}
            </ul>
            <p>
              <a className="ic" href={path('/courses')}>
                <Icon name="book" />
                {t.allCourses(courseCount)}
              </a>
            </p>
          </section>
        ) : null}
      </div>
      <ScamBand course={scams} today={today} />
      <div className="wrap flow">
        <AudienceDoors />
        <CheckCertificate />
      </div>
    </>
  )
}

function Welcome({ first }: { first: CatalogueCourse | undefined }) {
  const t = useWords().courses.home
  const path = usePath()
  const lesson = first?.sheet.lessons[0]
  return (
    <section className="hero" aria-labelledby="welcome">
      <div className="wrap">
        <h1 id="welcome">{t.welcome}</h1>
        {first && lesson ? (
          <>
            <p>{t.offer(Math.round(minutesOf(first.sheet) / first.sheet.lessons.length))}</p>
            <a className="btn main" href={path(`/courses/${first.slug}/${lesson.lesson}`)}>
              {t.firstLesson}
              <Icon name="next" />
            </a>
          </>
        ) : (
          <p>{t.offerWithoutCourses}</p>
        )}
      </div>
      <img src="/art/landing.svg" width="1200" height="520" alt={t.landing} />
    </section>
  )
}
