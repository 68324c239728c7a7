import type { CourseSheet, LessonSheet } from '#app/courses/course-sheet.ts'
import { minutesOf } from '#app/courses/filter-courses.ts'
import type { CourseProgress, LessonState } from '#app/courses/next-step.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

type Props = { slug: string; sheet: CourseSheet; progress: CourseProgress | null }

/** The lessons as steps up from the water, the exam on top. */
export function CourseSteps({ slug, sheet, progress }: Props) {
  const t = useWords().courses.course
  const isNext = (address: string) => progress?.next.href === address
  const [first] = sheet.lessons
  const isEven = sheet.lessons.every((lesson) => lesson.minutes === first?.minutes)
  return (
    <section className="flow" aria-labelledby="steps">
      <h2 id="steps">{t.steps(sheet.lessons.length, isEven ? (first?.minutes ?? null) : null, minutesOf(sheet))}</h2>
      <ol className="stairs">
        {sheet.lessons.map((lesson) => (
          <LessonStep
            key={lesson.lesson}
            slug={slug}
            lesson={lesson}
            language={sheet.language}
            state={progress?.lessons[lesson.lesson] ?? null}
            isNext={isNext(`/courses/${slug}/${lesson.lesson}`)}
          />
        ))}
        <ExamStep slug={slug} sheet={sheet} isNext={isNext(`/courses/${slug}/exams/${sheet.exam.key}`)} />
      </ol>
      {progress ? null : <StateTags />}
    </section>
  )
}

type StepProps = {
  slug: string
  lesson: LessonSheet
  language: CourseSheet['language']
  state: LessonState | null
  isNext: boolean
}

function LessonStep({ slug, lesson, language, state, isNext }: StepProps) {
  const t = useWords().courses
  const path = usePath()
  const [outcome] = lesson.outcomes
  return (
    <li data-lesson={lesson.lesson} className={state === 'done' ? 'done' : isNext ? 'now' : undefined}>
      <div>
        <a href={path(`/courses/${slug}/${lesson.lesson}`)} aria-current={isNext ? 'step' : undefined} lang={language}>
          {lesson.title}
        </a>
        {state ? <StateTag state={state} /> : null}
        <p className="soft">
          {t.minutes(lesson.minutes)}
          {outcome ? (
            <>
              {' · '}
              <span lang={language}>{outcome}</span>
            </>
          ) : null}
        </p>
      </div>
    </li>
  )
}

function ExamStep({ slug, sheet, isNext }: { slug: string; sheet: CourseSheet; isNext: boolean }) {
  const t = useWords().courses.course
  const path = usePath()
  const { exam } = sheet
  return (
    <li data-exam-step className={isNext ? 'now' : undefined}>
      <div>
        <a
          href={path(`/courses/${slug}/exams/${exam.key}`)}
          aria-current={isNext ? 'step' : undefined}
          lang={sheet.language}
        >
          {exam.title}
        </a>
        <p className="soft">
          {t.examWhat(exam.perLesson * sheet.lessons.length)} {t.examAccount}
        </p>
      </div>
    </li>
  )
}

const looks = { opened: ['due', 'book'], read: ['due', 'book'], done: ['done', 'check'] } as const

function StateTag({ state }: { state: LessonState }) {
  const t = useWords().courses.course
  const [look, icon] = looks[state]
  return (
    <p className={`tag ${look}`}>
      <Icon name={icon} />
      {t.states[state]}
    </p>
  )
}

/** What the page script puts beside a lesson, by its state. */
function StateTags() {
  return (
    <>
      {(['opened', 'read', 'done'] as const).map((state) => (
        <template key={state} data-lesson-state={state}>
          <StateTag state={state} />
        </template>
      ))}
    </>
  )
}
