import type { CatalogueCourse } from '#app/courses/catalogue-course.ts'
import { scamOfWeek } from '#app/courses/scam-of-week.ts'
import type { Day } from '#app/i18n/day.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** The course that tells of scams, one a lesson. */
export const scamCourse = 'cd3'

/** The scam of the week, and the lesson that explains it. Nothing when the course is not there. */
export function ScamBand({ course, today }: { course: CatalogueCourse | undefined; today: Day }) {
  const t = useWords().courses.home
  const path = usePath()
  const lessons = new Set(course?.sheet.lessons.map(({ lesson }) => lesson))
  const scam = scamOfWeek(
    t.scams.filter(({ lesson }) => lessons.has(lesson)),
    today,
  )
  if (!course || !scam) return null
  return (
    <section className="band silt" aria-labelledby="scam">
      <div className="wrap cols half">
        <div className="flow">
          <p className="ic h">
            <Icon name="warn" />
            <span>{t.scamHead}</span>
          </p>
          <h2 id="scam">{scam.story}</h2>
          <p>{scam.advice}</p>
          <a className="btn" href={path(`/courses/${course.slug}/${scam.lesson}`)}>
            {t.scamLink}
            <Icon name="next" />
          </a>
        </div>
        <img className="scene" src="/art/hand-phone.svg" width="640" height="480" alt={t.scamScene} loading="lazy" />
      </div>
    </section>
  )
}
