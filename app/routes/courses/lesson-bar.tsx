import type { CourseSheet } from '#app/courses/course-sheet.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

type Props = { course: string; sheet: CourseSheet; place: number; edition: string }

/**
 * The bar with the one main button. Without script: the lesson is read, on to the next. With script it first leads
 * from card to card; the form is then the last step.
 */
export function LessonBar({ course, sheet, place, edition }: Props) {
  const t = useWords().lessonPage
  const path = usePath()
  const lesson = sheet.lessons[place]
  const before = sheet.lessons[place - 1]
  const isLast = place === sheet.lessons.length - 1
  const following = sheet.lessons[place + 1]
  const next = following ? `/courses/${course}/${following.lesson}` : `/courses/${course}/exams/${sheet.exam.key}`
  if (!lesson) return null
  return (
    <div className="bar-end" data-bar>
      <div className="wrap">
        {before ? (
          <a
            className="btn"
            href={path(`/courses/${course}/${before.lesson}`)}
            data-previous
            data-card-words={t.previousCard}
          >
            <Icon name="prev" />
            <span>{t.previousLesson(place)}</span>
          </a>
        ) : (
          <a className="btn" href={path(`/courses/${course}`)} data-previous data-card-words={t.previousCard}>
            <Icon name="prev" />
            <span>{t.leave}</span>
          </a>
        )}
        <a className="btn main" href="#main" data-next-card data-template={t.nextCardNumber(0)} hidden>
          <span>{t.nextCard}</span>
          <Icon name="next" />
        </a>
        <form
          method="post"
          action={path(`/courses/${course}/${lesson.lesson}/reading`)}
          data-finish
          data-next={path(next)}
        >
          <input type="hidden" name="edition" value={edition} />
          <button type="submit" className="btn main">
            {isLast ? t.finishAndExam : t.finishAndGo(place + 2)}
            <Icon name="next" />
          </button>
        </form>
      </div>
    </div>
  )
}
