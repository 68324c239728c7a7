import { formatDay } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import type { CourseOfMine } from '#app/requirements/learner/asked-of-me.ts'
import { Icon } from '#app/ui/icon.tsx'

/** The courses of a programme in their order, each to be opened at any time, and what it is to be learned after. */
export function CoursesInOrder({ courses }: { courses: CourseOfMine[] }) {
  const t = useWords().mustLearn
  const [locale, path] = [useLocale(), usePath()]
  const done = courses.filter(({ doneDay }) => doneDay !== null).length
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
              <Icon name={course.doneDay ? 'check' : course.after.length > 0 ? 'clock' : 'book'} />
              <span>
                {place + 1}. {course.title}
              </span>
            </a>
            <small>{saidOf(course)}</small>
          </li>
        ))}
      </ol>
    </details>
  )

  function saidOf({ doneDay, isRenewal, after }: CourseOfMine): string | null {
    if (doneDay) return t.courseDone(formatDay(doneDay, locale))
    if (isRenewal) return t.again
    return after.length > 0 ? t.after(after) : null
  }
}
