import type { ReactNode } from 'react'
import { CourseFacts } from '#app/courses/course-facts.tsx'
import type { CourseSheet } from '#app/courses/course-sheet.ts'
import { CourseSteps } from '#app/courses/course-steps.tsx'
import { coverOf } from '#app/courses/cover-of.ts'
import { HandoutList } from '#app/courses/handout-list.tsx'
import type { CourseProgress } from '#app/courses/next-step.ts'
import { OutcomeList } from '#app/courses/outcome-list.tsx'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

type Props = {
  slug: string
  edition: string
  sheet: CourseSheet
  /** Null on the page that is the same for everybody: the page script fills in what is personal. */
  progress: CourseProgress | null
  /** What is asked of the person who looks at it, drawn by rooms above. */
  asked?: ReactNode
}

/** A course: whom for, what it promises, the one thing to do, its lessons as steps, and the facts. */
export function CoursePage({ slug, edition, sheet, progress, asked }: Props) {
  const { shell, courses: t } = useWords()
  const path = usePath()
  return (
    <div data-course={slug} data-edition={edition} data-mine={progress ? '' : undefined}>
      <nav className="wrap crumb" aria-label={t.course.crumb}>
        <ol>
          <li>
            <a href={path('/courses')}>
              <Icon name="prev" />
              {shell.courses}
            </a>
          </li>
        </ol>
      </nav>
      <div className="wrap cols side">
        <div className="flow">
          <p className="tag">{t.forAudience[sheet.audience]}</p>
          <h1 lang={sheet.language}>{sheet.title}</h1>
          <p lang={sheet.language}>{sheet.promise}</p>
          {asked}
          <Continue slug={slug} sheet={sheet} progress={progress} />
          <CourseSteps slug={slug} sheet={sheet} progress={progress} />
          <Outcomes sheet={sheet} />
          <HandoutList slug={slug} sheet={sheet} />
        </div>
        <aside className="flow" aria-label={t.course.about}>
          <img className="scene" src={coverOf(slug, sheet)} width="640" height="480" alt="" />
          <CourseFacts sheet={sheet} />
        </aside>
      </div>
    </div>
  )
}

/**
 * The one main button. The page script puts the right words and address in: `data-words-lesson` holds {n},
 * the place of the lesson.
 */
function Continue({ slug, sheet, progress }: Pick<Props, 'slug' | 'sheet' | 'progress'>) {
  const t = useWords().courses
  const path = usePath()
  const first = `/courses/${slug}/${sheet.lessons[0]?.lesson ?? ''}`
  return (
    <>
      <div className="row">
        <a
          className="btn main"
          data-continue
          data-words-lesson={t.next.lesson('{n}')}
          data-words-exam={t.next.exam}
          data-words-certificate={t.next.certificate}
          href={path(progress?.next.href ?? first)}
        >
          <span data-continue-words>{progress?.next.words ?? t.next.first}</span>
          <Icon name="next" />
        </a>
      </div>
      {progress ? null : (
        <noscript>
          <p>
            <a href={path(`/courses/${slug}?mine`)}>{t.course.myProgress}</a>
          </p>
        </noscript>
      )}
    </>
  )
}

function Outcomes({ sheet }: { sheet: CourseSheet }) {
  const t = useWords().courses.course
  return (
    <section className="flow" aria-labelledby="outcomes">
      <h2 id="outcomes">{t.outcomes}</h2>
      <OutcomeList outcomes={sheet.outcomes} lang={sheet.language} />
    </section>
  )
}
