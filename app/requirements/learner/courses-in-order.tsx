import { formatDay } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import type { CourseOfMine } from '#app/requirements/learner/asked-of-me.ts'
import { Icon } from '#app/ui/icon.tsx'

/** The courses of a programme, and of each what comes before it. */
export function CoursesInOrder({ courses }: { courses: CourseOfMine[] }) {
  const t = useWords().mustLearn
  const [locale, path] = [useLocale(), usePath()]
  const done = courses.filter(({ doneDay }) => doneDay !== null).length
  const next = courses.findIndex(({ doneDay }) => doneDay === null)
  return (
    <details>
      <summary>
        <Icon name="open" />
        {t.inOrder(done, courses.length)}
      </summary>
      <ol className="plain flow-s">
        {courses.map((course, place) => (
          <li key={course.slug}>
            <a className="ic" href={path(`/courses/${course.slug}?mine`)}>
              <Icon name={course.doneDay ? 'check' : place === next ? 'book' : 'lock'} />
              <span>
                {place + 1}. {course.title}
              </span>
            </a>
            <small>
              {course.doneDay
                ? t.courseDone(formatDay(course.doneDay, locale))
                : course.isRenewal
                  ? t.again
                  : place > next && next >= 0
                    ? t.after(courses[place - 1]?.title ?? '')
                    : null}
            </small>
          </li>
        ))}
      </ol>
    </details>
  )
}
