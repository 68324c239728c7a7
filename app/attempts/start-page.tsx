import { EarlierAttempts } from '#app/attempts/earlier-attempts.tsx'
import { ExamRulesList } from '#app/attempts/exam-rules.tsx'
import type { ExamStart } from '#app/attempts/exam-start.server.ts'
import { RefusalNote } from '#app/attempts/refusal-note.tsx'
import { RenewalNote } from '#app/enrolments/renewal-note.tsx'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'

type Props = { start: ExamStart; isSignedIn: boolean; phone: string }

/** Before an exam: how it works, how many tries are left, and the one button. */
export function StartPage({ start, isSignedIn, phone }: Props) {
  const { attempts: t } = useWords()
  const path = usePath()
  const { course, rules, attempts } = start
  return (
    <>
      <nav className="wrap crumb" aria-label={t.crumbs}>
        <ol>
          <li>
            <a href={path(`/courses/${course.slug}`)}>
              <Icon name="prev" />
              {course.title}
            </a>
          </li>
        </ol>
      </nav>
      <div className="wrap flow read">
        <h1>{rules.title}</h1>
        {start.isRenewal ? <RenewalNote /> : null}
        {start.refusal ? <RefusalNote refusal={start.refusal} phone={phone} /> : null}
        <ExamRulesList rules={rules} questions={start.questions} />
        {isSignedIn ? <Begin start={start} /> : <AskAccount exam={`/courses/${course.slug}/exams/${rules.key}`} />}
        {attempts.length > 0 ? <EarlierAttempts attempts={attempts} /> : null}
      </div>
    </>
  )
}

function Begin({ start }: { start: ExamStart }) {
  const t = useWords().attempts.start
  const path = usePath()
  const { course, rules, attempts, open, refusal, left } = start
  if (refusal)
    return (
      <p>
        <a className="btn main" href={path(`/courses/${course.slug}`)}>
          <Icon name="book" />
          {t.toCourse}
        </a>
      </p>
    )
  return (
    <form method="post" action={path(`/courses/${course.slug}/exams/${rules.key}`)} className="flow-s" data-once>
      {left !== null && !open ? <p>{t.left(left)}</p> : null}
      <button type="submit" className="btn main">
        {open ? t.resume : attempts.length > 0 ? t.again : t.begin}
        <Icon name="next" />
      </button>
    </form>
  )
}

function AskAccount({ exam }: { exam: string }) {
  const t = useWords().attempts.start
  const path = usePath()
  const next = `?next=${encodeURIComponent(path(exam))}`
  return (
    <>
      <Note icon="key" title={t.signInWhy} />
      <div className="row">
        <a className="btn main" href={`${path('/sign-in')}${next}`}>
          <Icon name="key" />
          {t.signIn}
        </a>
        <a className="btn" href={`${path('/sign-up')}${next}`}>
          <Icon name="plus" />
          {t.signUp}
        </a>
      </div>
    </>
  )
}
